package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** What becomes of packets at the end of a chain of iptables, where that is not ACCEPT. */
public record ChainPolicy(String node, String table, String chain, String policy, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "policy " + policy + " of " + table + " " + chain;
  }
}
