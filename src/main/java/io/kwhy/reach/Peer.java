package io.kwhy.reach;

import io.kwhy.netfilter.IpPrefix;
import java.util.List;

/**
 * A node of the cluster, as packets of IPv4 or of IPv6 see it.
 *
 * @param name of the Node
 * @param host of the capture; {@code ""} if it was not captured
 * @param address at which the others reach it, of either family; {@code ""} if that is not known
 * @param publicIp at which flannel's peers reach it
 * @param backend of flannel: vxlan, host-gw, wireguard …; {@code ""} if not known
 * @param mac of its VXLAN interface as its Node says
 * @param ranges of its pods
 */
record Peer(
    String name,
    String host,
    boolean server,
    String address,
    String publicIp,
    String backend,
    String mac,
    List<IpPrefix> ranges) {

  Peer {
    ranges = List.copyOf(ranges);
  }

  boolean captured() {
    return !host.isEmpty();
  }
}
