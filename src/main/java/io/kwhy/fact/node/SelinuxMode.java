package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What SELinux does on the host.
 *
 * @param mode Enforcing, Permissive or Disabled
 */
public record SelinuxMode(String node, String mode, Origin origin) implements Fact {
  @Override
  public String text() {
    return "SELinux is " + mode;
  }
}
