package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A range that a Node's pods get their addresses from; one of each family. */
public record PodCidr(String node, String cidr, Origin origin) implements Fact {
  @Override
  public String text() {
    return "Node " + node + " podCIDR " + cidr;
  }
}
