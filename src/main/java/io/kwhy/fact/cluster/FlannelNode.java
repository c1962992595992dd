package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What flannel on a Node tells the others in annotations.
 *
 * @param publicIp where the others send packets for its pods
 * @param backend vxlan, host-gw, wireguard …
 * @param vni of VXLAN; 0 with other backends
 * @param vtepMac hardware address of its VXLAN interface; {@code ""} with other backends
 */
public record FlannelNode(
    String node, String publicIp, String backend, int vni, String vtepMac, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Node "
        + node
        + " flannel "
        + backend
        + " public-ip "
        + publicIp
        + (vtepMac.isEmpty() ? "" : " VtepMAC " + vtepMac);
  }
}
