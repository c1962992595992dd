package io.kwhy.reach;

import io.kwhy.fact.Known;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.Link;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.Optional;

/** The interfaces of nodes that packets of pods use, and the addresses on them. */
final class NodeLinks {
  static final String BRIDGE = "cni0";

  private final Known known;
  private final Peers peers;

  NodeLinks(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  boolean v6() {
    return peers.v6();
  }

  /** Whether it is an address of the family that is asked about. */
  boolean ours(String address) {
    return peers.ours(address);
  }

  String linkOf(Peer peer, String address) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
        .filter(own -> own.address().equals(address))
        .map(InterfaceAddress::link)
        .findFirst()
        .orElse("");
  }

  boolean hasLink(Peer peer, String name) {
    return known.of(Link.class, Link::node, peer.host()).stream()
            .anyMatch(link -> link.name().equals(name))
        || known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
            .anyMatch(own -> own.link().equals(name));
  }

  /** Interface by which packets of other nodes' pods come in. */
  String tunnelLink(Peer peer) {
    return switch (peer.backend()) {
      case "vxlan" -> v6() ? "flannel-v6.1" : "flannel.1";
      case "wireguard" -> v6() && hasLink(peer, "flannel-wg-v6") ? "flannel-wg-v6" : "flannel-wg";
      case "host-gw" -> linkOf(peer, peer.publicIp());
      default -> "";
    };
  }

  /** The address with which a host speaks to pods of others. */
  Optional<String> tunnelAddress(Peer peer) {
    return tunnelLink(peer).startsWith("flannel")
        ? peer.ranges().stream().map(range -> range.network().toString()).findFirst()
        : Optional.empty();
  }

  Optional<String> bridgeAddress(Peer peer) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
        .filter(own -> own.link().equals(BRIDGE) && ours(own.address()))
        .map(InterfaceAddress::address)
        .findFirst();
  }
}
