package io.kwhy.reach.path;

import io.kwhy.fact.Known;
import io.kwhy.fact.network.FlannelConfig;
import io.kwhy.fact.network.Vxlan;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.Packet;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.List;
import java.util.Optional;

/** The tunnels that flannel makes between nodes. */
final class Tunnels {
  private static final int VXLAN = 8472;
  private static final int WIREGUARD = 51_820;

  /** A port from which tunnels send. */
  private static final int ANY = 45_000;

  private final Known known;
  private final Peers peers;

  Tunnels(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  private Optional<Vxlan> vxlan(Peer peer, String link) {
    return known.of(Vxlan.class, Vxlan::node, peer.host()).stream()
        .filter(vxlan -> vxlan.link().equals(link))
        .findFirst();
  }

  boolean carries(Peer peer, String link) {
    return link.startsWith("flannel") || vxlan(peer, link).isPresent();
  }

  private static boolean isWireguard(String link) {
    return link.startsWith("flannel-wg");
  }

  static String name(String link) {
    return isWireguard(link) ? "wireguard" : "vxlan";
  }

  /** The node behind which the packet's destination, or its next hop, is. */
  Optional<Peer> other(String gateway, Packet packet) {
    IpAddress towards = IpAddress.parse(gateway).orElse(packet.header().destination());
    return peers.all().stream()
        .filter(peer -> peer.ranges().stream().anyMatch(range -> range.contains(towards)))
        .findFirst();
  }

  /** The packet that carries it. */
  Packet outer(Peer from, Peer to, String link) {
    String source = from.publicIp().isEmpty() ? from.address() : from.publicIp();
    String destination = to.publicIp().isEmpty() ? to.address() : to.publicIp();
    int port = isWireguard(link) ? wireguardPort(to, link) : vxlanPort(from, link);
    return Packet.udp(source, isWireguard(link) ? port : ANY, destination, port).sentBy(-1);
  }

  private int vxlanPort(Peer from, String link) {
    return vxlan(from, link).map(Vxlan::port).filter(port -> port > 0).orElse(VXLAN);
  }

  private int wireguardPort(Peer peer, String link) {
    if (link.equals("flannel-wg-v6")) {
      return WIREGUARD + 1;
    }
    List<FlannelConfig> configs = known.of(FlannelConfig.class, FlannelConfig::node, peer.host());
    return configs.stream()
        .map(FlannelConfig::port)
        .filter(port -> port > 0)
        .findFirst()
        .orElse(WIREGUARD);
  }
}
