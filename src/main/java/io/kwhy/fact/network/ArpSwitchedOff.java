package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A network interface with a hardware address that neither asks for those of its neighbours nor
 * tells its own: NOARP.
 */
public record ArpSwitchedOff(String node, String link, Origin origin) implements Fact {
  @Override
  public String text() {
    return link + " NOARP";
  }
}
