package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What flannel tells the CNI plugin: {@code subnet.env}.
 *
 * @param network range of all pods; {@code ""} without IPv4
 * @param subnet range of this host's pods, written with the address of the bridge
 * @param mtu 0 where it is not said
 */
public record FlannelSubnet(
    String node, String network, String subnet, int mtu, boolean masquerade, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "FLANNEL_SUBNET=" + subnet + " of " + network + ", MTU " + mtu;
  }
}
