package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * An entry of the forwarding database: behind which interface, or with VXLAN at which host, a
 * hardware address is.
 *
 * @param destination the host of a VXLAN entry; {@code ""} for others
 * @param state permanent, static, {@code ""} for learned
 */
public record ForwardingEntry(
    String node, String mac, String link, String destination, String state, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return mac
        + " dev "
        + link
        + (destination.isEmpty() ? "" : " dst " + destination)
        + (state.isEmpty() ? "" : " " + state);
  }
}
