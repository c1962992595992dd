package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** How long the host had been up at capture. */
public record Uptime(String node, long seconds, Origin origin) implements Fact {
  @Override
  public String text() {
    return "up " + seconds + " s";
  }
}
