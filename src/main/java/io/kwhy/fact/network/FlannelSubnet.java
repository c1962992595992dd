package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What flannel tells the CNI plugin: {@code subnet.env}.
 *
 * @param network range of all pods; {@code ""} without IPv4
 * @param subnet range of this host's pods, written with the address of the bridge
 * @param subnet6 range of this host's pods of IPv6, written likewise; {@code ""} without IPv6
 * @param mtu 0 where it is not said
 */
public record FlannelSubnet(
    String node,
    String network,
    String subnet,
    String subnet6,
    int mtu,
    boolean masquerade,
    Origin origin)
    implements Fact {
  /** The subnet as a range: its first address instead of the bridge's; {@code ""} if it is none. */
  public String range() {
    return AddressRange.parse(subnet)
        .filter(range -> subnet.contains("/"))
        .flatMap(range -> range.address(0).map(first -> first + "/" + range.prefixLength()))
        .orElse("");
  }

  @Override
  public String text() {
    return "FLANNEL_SUBNET="
        + (subnet.isEmpty() ? subnet6 : subnet)
        + " of "
        + network
        + ", MTU "
        + mtu;
  }
}
