package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A name in /etc/hosts. */
public record HostsEntry(String node, String address, String name, Origin origin) implements Fact {
  @Override
  public String text() {
    return address + " " + name;
  }
}
