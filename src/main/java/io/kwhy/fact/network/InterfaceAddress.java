package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** An address of an interface. */
public record InterfaceAddress(
    String node, String link, String address, int prefixLength, Origin origin) implements Fact {
  /** Address and prefix length in one word. */
  public String cidr() {
    return address + "/" + prefixLength;
  }

  @Override
  public String text() {
    return link + " " + cidr();
  }
}
