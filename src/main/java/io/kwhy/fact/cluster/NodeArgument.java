package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A setting that k3s on a Node was started with, as the Node's annotation keeps it.
 *
 * @param key the flag's name without dashes
 * @param value {@code true} for a flag without one; secrets are starred by k3s
 */
public record NodeArgument(String node, String key, String value, Origin origin) implements Fact {
  @Override
  public String text() {
    return "Node " + node + " --" + key + " " + value;
  }
}
