package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A network interface.
 *
 * @param kind vxlan, bridge, veth, wireguard …; {@code ""} for hardware
 * @param up administratively up
 * @param state operational state: UP, DOWN, UNKNOWN, LOWERLAYERDOWN
 */
public record Link(
    String node,
    String name,
    String kind,
    boolean up,
    String state,
    int mtu,
    String mac,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    String carrier = up && state.endsWith("DOWN") ? ", without carrier," : "";
    return name + (up ? " up" : " down") + carrier + " mtu " + mtu;
  }
}
