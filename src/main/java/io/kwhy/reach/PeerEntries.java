package io.kwhy.reach;

import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.FlannelNode;
import io.kwhy.fact.network.ForwardingEntry;
import io.kwhy.fact.network.Neighbour;
import io.kwhy.fact.network.PeerEntry;
import io.kwhy.fact.network.Route;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * With VXLAN, flannel writes three entries for each other node: a route for its range by way of the
 * range's first address, that address's hardware address as a neighbour, and the node behind that
 * as a forwarding entry. With host-gw, or VXLAN's DirectRouting, it is one route by way of the
 * node.
 *
 * @see <a
 *     href="https://github.com/flannel-io/flannel/blob/master/pkg/backend/vxlan/vxlan.go">flannel:
 *     vxlan.go</a>
 */
final class PeerEntries {
  private final Known known;
  private final Peers peers;
  private final String tunnel;
  private final Map<IpPrefix, Integer> holders = new HashMap<>();
  private final List<Fact> wrong = new ArrayList<>();

  PeerEntries(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
    this.tunnel = peers.v6() ? "flannel-v6.1" : "flannel.1";
    for (Peer peer : peers.all()) {
      Set.copyOf(peer.ranges()).forEach(range -> holders.merge(range, 1, Integer::sum));
    }
  }

  List<Fact> all() {
    for (Peer self : peers.all()) {
      if (self.captured() && !hasOwnNumber(self)) {
        entries(self);
      }
    }
    return wrong;
  }

  /** A range that two nodes have is a cause of its own. */
  private void entries(Peer self) {
    TunnelTables tables = new TunnelTables(known, self.host(), tunnel);
    for (Peer peer : peers.all()) {
      if (!self.name().equals(peer.name()) && sameBackend(self, peer)) {
        peer.ranges().stream()
            .filter(range -> holders.get(range) == 1)
            .forEach(range -> check(tables, self, peer, range));
      }
    }
  }

  private static boolean sameBackend(Peer self, Peer peer) {
    return !peer.publicIp().isEmpty() && self.backend().equals(peer.backend());
  }

  /** With a number of its own for the VXLAN network, the interface has another name. */
  private boolean hasOwnNumber(Peer self) {
    return known.of(FlannelNode.class, FlannelNode::node, self.name()).stream()
        .anyMatch(flannel -> flannel.vni() > 1);
  }

  private void check(TunnelTables tables, Peer self, Peer peer, IpPrefix range) {
    List<Route> routes = tables.routes(range.toString());
    if (self.backend().equals("vxlan") && tables.up()) {
      if (!direct(routes, peer)) {
        String gateway = range.network().toString();
        route(routes, self, peer, range, gateway, tunnel);
        neighbour(tables.neighbours(gateway), self, peer, gateway);
        forwarding(tables.forwarding(peer.mac()), self, peer);
      }
    } else if (self.backend().equals("host-gw")) {
      route(routes, self, peer, range, peer.publicIp(), "");
    }
  }

  /** DirectRouting sends packets for nodes of the same network without a tunnel. */
  private static boolean direct(List<Route> routes, Peer peer) {
    return routes.stream().anyMatch(route -> route.gateway().equals(peer.publicIp()));
  }

  private void route(
      List<Route> routes, Peer self, Peer peer, IpPrefix range, String gateway, String link) {
    boolean there =
        routes.stream()
            .anyMatch(
                route ->
                    route.gateway().equals(gateway)
                        && (link.isEmpty() || route.link().equals(link)));
    String words = range + " via " + gateway + (link.isEmpty() ? "" : " dev " + link + " onlink");
    if (!there) {
      add(self, peer, "route", "ip-route", words, first(routes), "ip route replace " + words);
    }
  }

  private void neighbour(List<Neighbour> entries, Peer self, Peer peer, String address) {
    String words = address + " dev " + tunnel + " lladdr " + peer.mac();
    if (!peer.mac().isEmpty()
        && entries.stream().noneMatch(entry -> entry.mac().equalsIgnoreCase(peer.mac()))) {
      String command = "ip neigh replace " + words + " nud permanent";
      add(self, peer, "neighbour", "ip-neigh", words, first(entries), command);
    }
  }

  private void forwarding(List<ForwardingEntry> entries, Peer self, Peer peer) {
    String words = peer.mac() + " dev " + tunnel + " dst " + peer.publicIp();
    if (!peer.mac().isEmpty()
        && entries.stream().noneMatch(entry -> entry.destination().equals(peer.publicIp()))) {
      String command = "bridge fdb replace " + words + " self permanent";
      add(self, peer, "forwarding entry", "bridge-fdb", words, first(entries), command);
    }
  }

  private static Optional<Fact> first(List<? extends Fact> entries) {
    return entries.stream().map(Fact.class::cast).findFirst();
  }

  /** What is missing proves something only where the table was captured in full. */
  private void add(
      Peer self,
      Peer peer,
      String kind,
      String source,
      String expected,
      Optional<Fact> found,
      String command) {
    Optional<Captured> captured = known.captured(source, self.host());
    if (captured.isEmpty()) {
      return;
    }
    Origin origin = found.map(Fact::origin).orElse(captured.get().origin());
    String instead = found.map(Fact::text).orElse("");
    wrong.add(new PeerEntry(self.host(), peer.name(), kind, expected, instead, command, origin));
  }
}
