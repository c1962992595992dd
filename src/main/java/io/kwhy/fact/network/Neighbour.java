package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** An entry of the neighbour (ARP) table. */
public record Neighbour(
    String node, String address, String link, String mac, String state, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return address + " dev " + link + " " + mac + " " + state;
  }
}
