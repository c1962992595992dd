package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A taint of a Node. */
public record NodeTaint(String node, String key, String value, String effect, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Node " + node + " taint " + key + (value.isEmpty() ? "" : "=" + value) + ":" + effect;
  }
}
