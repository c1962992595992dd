package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A kernel setting. */
public record Sysctl(String node, String key, String value, Origin origin) implements Fact {
  @Override
  public String text() {
    return key + " = " + value;
  }
}
