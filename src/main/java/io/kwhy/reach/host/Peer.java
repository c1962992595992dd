package io.kwhy.reach.host;

import io.kwhy.netfilter.IpAddress;
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
public record Peer(
    String name,
    String host,
    boolean server,
    String address,
    String publicIp,
    String backend,
    String mac,
    List<IpPrefix> ranges) {

  public Peer {
    ranges = List.copyOf(ranges);
  }

  /** Whether anything was captured of its host. */
  public boolean captured() {
    return !host.isEmpty();
  }

  /** An address that a pod of a node with this range may have. */
  public static String podIn(IpPrefix range) {
    IpAddress first = range.network();
    return new IpAddress(first.v6(), first.high(), first.low() + 2).toString();
  }
}
