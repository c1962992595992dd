package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Work that an interface takes off the kernel, or not.
 *
 * @param feature in ethtool's words, e.g. {@code tx-checksum-ip-generic}
 * @param fixed that it can't be changed
 */
public record Offload(
    String node, String link, String feature, boolean on, boolean fixed, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return link + " " + feature + ": " + (on ? "on" : "off") + (fixed ? " [fixed]" : "");
  }
}
