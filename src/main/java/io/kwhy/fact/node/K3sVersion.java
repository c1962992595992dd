package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The k3s that is installed or ran on the host.
 *
 * @param version e.g. {@code v1.36.3+k3s1}
 */
public record K3sVersion(String node, String version, Origin origin) implements Fact {
  @Override
  public String text() {
    return "k3s " + version;
  }
}
