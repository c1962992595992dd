package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A label of a Node. */
public record NodeLabel(String node, String key, String value, Origin origin) implements Fact {
  @Override
  public String text() {
    return "Node " + node + " label " + key + "=" + value;
  }
}
