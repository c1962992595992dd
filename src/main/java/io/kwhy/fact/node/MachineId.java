package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** The host's /etc/machine-id; clones of one image share it. */
public record MachineId(String node, String id, Origin origin) implements Fact {
  @Override
  public String text() {
    return "machine-id " + id;
  }
}
