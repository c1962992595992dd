package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** What uname says. */
public record Kernel(String node, String hostname, String release, String machine, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Linux " + release + " " + machine;
  }
}
