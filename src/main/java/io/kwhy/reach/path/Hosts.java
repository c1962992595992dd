package io.kwhy.reach.path;

import io.kwhy.fact.Known;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.Link;
import io.kwhy.fact.network.ListeningSocket;
import io.kwhy.fact.network.RulesetText;
import io.kwhy.fact.node.Sysctl;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.Header;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Protocol;
import io.kwhy.netfilter.Ruleset;
import io.kwhy.netfilter.Truth;
import io.kwhy.reach.host.FirewallOfHost;
import io.kwhy.reach.host.Peer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a packet meets on captured hosts: rules, interfaces, listeners. */
final class Hosts {
  static final String NOTHING_CAPTURED = "nothing was captured of this host";

  private static final String BRIDGE = "cni0";
  private static final String BRIDGED_FRAMES = "net.bridge.bridge-nf-call-iptables";
  private static final String BRIDGED_FRAMES6 = "net.bridge.bridge-nf-call-ip6tables";

  private final Known known;
  private final Map<String, Firewall> firewalls = new HashMap<>();

  Hosts(Known known) {
    this.known = known;
  }

  Firewall firewall(Peer peer) {
    return firewalls.computeIfAbsent(peer.host(), this::read);
  }

  private Firewall read(String host) {
    FirewallOfHost captured = new FirewallOfHost(known, host);
    return captured.firewall(
        captured.ruleset().orElseGet(() -> Ruleset.of(List.of())),
        setting(host, "net.ipv4.ip_forward"),
        setting(host, "net.ipv6.conf.all.forwarding"));
  }

  /** What is to be said of a host whose rules for a family were not captured; else nothing. */
  String noteOn(Peer peer, boolean v6) {
    if (new FirewallOfHost(known, peer.host()).ruleset(v6).isEmpty()) {
      return "its firewall rules were not captured, routes alone decide here";
    }
    String otherFamily = v6 ? "iptables-save" : "ip6tables-save";
    return known.of(RulesetText.class, RulesetText::node, peer.host()).stream()
            .filter(text -> !text.source().equals(otherFamily))
            .allMatch(text -> known.isCaptured(text.source(), peer.host()))
        ? ""
        : "not all of its firewall rules could be read, the others decide here";
  }

  private Truth setting(String host, String key) {
    return known.of(Sysctl.class, Sysctl::node, host).stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .map(setting -> Truth.of(!setting.value().equals("0")))
        .orElse(Truth.UNKNOWN);
  }

  boolean passesBridgedFramesUnseen(Peer peer, Packet packet) {
    return setting(peer.host(), packet.v6() ? BRIDGED_FRAMES6 : BRIDGED_FRAMES) != Truth.YES;
  }

  private List<Link> links(Peer peer) {
    return known.of(Link.class, Link::node, peer.host());
  }

  /** Whether there is such a link, also where only its address was captured. */
  boolean hasLink(Peer peer, String name) {
    return links(peer).stream().anyMatch(link -> link.name().equals(name))
        || addresses(peer).stream().anyMatch(own -> own.link().equals(name));
  }

  boolean isDown(Peer peer, String name) {
    return links(peer).stream().anyMatch(link -> link.name().equals(name) && !link.up());
  }

  /** Whether pods are behind a link: a bridge, or the pods' own ends of it. */
  boolean isPodLink(Peer peer, String name) {
    return name.equals(BRIDGE)
        || links(peer).stream()
            .anyMatch(link -> link.name().equals(name) && link.kind().equals("bridge"));
  }

  private List<InterfaceAddress> addresses(Peer peer) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host());
  }

  /** The link that has an address; the usual name if that was not captured. */
  String linkWith(Peer peer, String address) {
    return addresses(peer).stream()
        .filter(own -> own.address().equals(address))
        .map(InterfaceAddress::link)
        .findFirst()
        .orElse("eth0");
  }

  /** The link on which a neighbour's packets come in. */
  String linkTowards(Peer peer, String neighbour) {
    Optional<IpAddress> address = IpAddress.parse(neighbour);
    return addresses(peer).stream()
        .filter(own -> address.isPresent() && isOnNetworkOf(own, address.get()))
        .map(InterfaceAddress::link)
        .findFirst()
        .orElse(BRIDGE);
  }

  /** Whether an address is on one of the links of the host, so that no router is asked. */
  boolean isNeighbour(Peer peer, IpAddress address) {
    return addresses(peer).stream().anyMatch(own -> isOnNetworkOf(own, address))
        && addresses(peer).stream().noneMatch(own -> own.address().equals(address.toString()));
  }

  private static boolean isOnNetworkOf(InterfaceAddress own, IpAddress address) {
    return IpPrefix.parse(own.cidr()).filter(network -> network.contains(address)).isPresent();
  }

  /** The hop of a packet that came to its host, and whether anybody there listens. */
  Hop heard(Peer peer, Packet packet, Hop hop) {
    Header header = packet.header();
    boolean ports = header.protocol() == Protocol.TCP || header.protocol() == Protocol.UDP;
    List<ListeningSocket> sockets =
        known.of(ListeningSocket.class, ListeningSocket::node, peer.host());
    if (!ports || sockets.isEmpty()) {
      return hop;
    }
    String protocol = header.protocol() == Protocol.TCP ? "tcp" : "udp";
    Optional<ListeningSocket> listener =
        sockets.stream()
            .filter(socket -> socket.protocol().equals(protocol))
            .filter(socket -> socket.port() == header.destinationPort() && hears(socket, header))
            .findFirst();
    return listener
        .map(socket -> HopOf.noted(hop, "heard by " + socket.text()))
        .orElseGet(
            () ->
                HopOf.failing(
                    hop,
                    Fate.REJECTED,
                    "nothing listens on " + header.destinationPort() + "/" + protocol));
  }

  private static boolean hears(ListeningSocket socket, Header header) {
    String address = socket.address();
    return address.equals("*")
        || address.equals("0.0.0.0")
        || address.equals("::")
        || address.equals(header.destination().toString());
  }
}
