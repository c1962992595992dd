package io.kwhy.reach.route;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.PodRouteMissing;
import io.kwhy.fact.network.Route;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Way;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import java.util.List;
import java.util.Optional;

/**
 * Nodes without a route to their own pods: a bridge that has its address has one, unless somebody
 * took it away.
 */
final class PodRoutes {
  private static final String BRIDGE = "cni0";
  private static final int SERVER = 6443;

  private final Known known;

  PodRoutes(Known known) {
    this.known = known;
  }

  /** What is missing on a node for one range of its pods. */
  List<Fact> missing(Peer self, IpPrefix range, Firewall routes) {
    String pod = Peer.podIn(range);
    Way way = routes.send(Packet.tcp(self.address(), SERVER, pod, Packets.CLIENT)).first();
    if (hasRoute(self, IpAddress.of(pod)) || RouteWords.out(way).equals(BRIDGE)) {
      return List.of();
    }
    return known.of(InterfaceAddress.class, InterfaceAddress::node, self.host()).stream()
        .filter(own -> own.link().equals(BRIDGE))
        .filter(own -> IpPrefix.parse(own.cidr()).filter(range::equals).isPresent())
        .<Fact>map(own -> missing(self, range, own, way))
        .toList();
  }

  private boolean hasRoute(Peer self, IpAddress to) {
    return known.of(Route.class, Route::node, self.host()).stream()
        .filter(route -> route.link().equals(BRIDGE))
        .map(route -> IpPrefix.parse(route.destination()))
        .flatMap(Optional::stream)
        .anyMatch(destination -> destination.contains(to));
  }

  private static PodRouteMissing missing(Peer self, IpPrefix range, InterfaceAddress own, Way way) {
    return new PodRouteMissing(
        self.name(), range.toString(), own.address(), RouteWords.instead(way), own.origin());
  }
}
