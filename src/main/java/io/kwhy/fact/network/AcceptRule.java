package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A rule of iptables that names a port of the pod network and accepts it. */
public record AcceptRule(String node, int port, String rule, Origin origin) implements Fact {
  @Override
  public String text() {
    return rule;
  }
}
