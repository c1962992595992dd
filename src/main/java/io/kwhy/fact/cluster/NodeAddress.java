package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** One of the addresses in a Node's status. */
public record NodeAddress(String node, String type, String address, Origin origin) implements Fact {
  @Override
  public String text() {
    return "Node " + node + " " + type + " " + address;
  }
}
