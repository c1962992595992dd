package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** An address of an interface. */
public record InterfaceAddress(
    String node, String link, String address, int prefixLength, Origin origin) implements Fact {
  @Override
  public String text() {
    return link + " " + address + "/" + prefixLength;
  }
}
