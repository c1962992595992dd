package io.kwhy.reach;

import io.kwhy.netfilter.IpPrefix;
import java.util.List;

/**
 * A node of the cluster.
 *
 * @param name of the Node
 * @param host of the capture; {@code ""} if it was not captured
 * @param address at which the others reach it; {@code ""} if that is not known
 * @param publicIp at which flannel's peers reach it
 * @param backend of flannel: vxlan, host-gw, wireguard …; {@code ""} if not known
 * @param mac of its VXLAN interface as its Node says
 * @param ranges of its pods, IPv4
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
