package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What k3s tells flannel: {@code net-conf.json}.
 *
 * @param network range of all pods of IPv4; {@code ""} without IPv4
 * @param network6 range of all pods of IPv6; {@code ""} without IPv6
 * @param backend vxlan, host-gw, wireguard …
 * @param port UDP port of the backend; 0 for its default
 */
public record FlannelConfig(
    String node, String network, String network6, String backend, int port, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "flannel: network " + (network.isEmpty() ? network6 : network) + ", backend " + backend;
  }
}
