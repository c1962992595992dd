package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * That a host has a node password; never the password.
 *
 * @param fingerprint equal for equal passwords, says nothing else
 */
public record NodePasswordFile(String node, String fingerprint, Origin origin) implements Fact {
  @Override
  public String text() {
    return "node password with fingerprint " + fingerprint;
  }
}
