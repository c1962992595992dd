package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** The host's own name. */
public record Hostname(String node, String name, Origin origin) implements Fact {
  @Override
  public String text() {
    return "hostname " + name;
  }
}
