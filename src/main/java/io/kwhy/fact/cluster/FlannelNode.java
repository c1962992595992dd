package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What flannel on a Node tells the others in annotations.
 *
 * @param publicIp where the others send packets for its pods of IPv4; {@code ""} without IPv4
 * @param publicIp6 where they send those for its pods of IPv6; {@code ""} without IPv6
 * @param backend vxlan, host-gw, wireguard …
 * @param vni of VXLAN; 0 with other backends
 * @param vtepMac hardware address of its VXLAN interface; {@code ""} with other backends
 * @param vtepMac6 that of its VXLAN interface for IPv6
 */
public record FlannelNode(
    String node,
    String publicIp,
    String publicIp6,
    String backend,
    int vni,
    String vtepMac,
    String vtepMac6,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Node "
        + node
        + " flannel "
        + backend
        + " public-ip "
        + (publicIp.isEmpty() ? publicIp6 : publicIp)
        + (vtepMac.isEmpty() ? "" : " VtepMAC " + vtepMac);
  }
}
