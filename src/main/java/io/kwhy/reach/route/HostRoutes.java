package io.kwhy.reach.route;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.network.HostRouteMissing;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.Link;
import io.kwhy.fact.network.Route;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Way;
import io.kwhy.reach.host.FirewallOfHost;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nodes on a network of which a host has an address, and to which it has no route: the kernel makes
 * that route with the address, so somebody took it away.
 */
public final class HostRoutes {
  private final Known known;
  private final Peers peers;
  private final List<Fact> missing = new ArrayList<>();

  /** Of packets of the peers' family. */
  public HostRoutes(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  /** The routes that somebody took away. */
  public List<Fact> missing() {
    for (Peer self : peers.all()) {
      if (self.captured() && isKnown(self.host()) && peers.ours(self.address())) {
        Firewall routes = new FirewallOfHost(known, self.host()).routesOnly(fact -> true);
        peers.all().stream()
            .filter(peer -> !peer.name().equals(self.name()) && peers.ours(peer.address()))
            .forEach(peer -> check(self, peer, routes));
      }
    }
    return missing;
  }

  private boolean isKnown(String host) {
    return known.isCaptured("ip-route", host) && known.isCaptured("ip-addr", host);
  }

  private void check(Peer self, Peer peer, Firewall routes) {
    IpAddress to = IpAddress.of(peer.address());
    Packet packet = Packet.tcp(self.address(), Packets.CLIENT, peer.address(), 10_250);
    Way way = routes.send(packet).first();
    for (InterfaceAddress own :
        known.of(InterfaceAddress.class, InterfaceAddress::node, self.host())) {
      Optional<IpPrefix> network = IpPrefix.parse(own.cidr()).filter(n -> n.contains(to));
      boolean direct = way.gateway().isEmpty() && RouteWords.out(way).equals(own.link());
      if (network.isPresent() && isUp(self, own.link()) && !direct && !hasRoute(self, own, to)) {
        missing.add(
            new HostRouteMissing(
                self.name(),
                peer.name(),
                peer.address(),
                network.get().toString(),
                own.link(),
                own.address(),
                RouteWords.instead(way),
                own.origin()));
      }
    }
  }

  private boolean hasRoute(Peer self, InterfaceAddress own, IpAddress to) {
    return known.of(Route.class, Route::node, self.host()).stream()
        .filter(route -> route.link().equals(own.link()) && route.gateway().isEmpty())
        .anyMatch(r -> IpPrefix.parse(r.destination()).filter(p -> p.contains(to)).isPresent());
  }

  private boolean isUp(Peer self, String name) {
    return known.of(Link.class, Link::node, self.host()).stream()
        .anyMatch(link -> link.name().equals(name) && link.up());
  }
}
