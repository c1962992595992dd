package io.kwhy.reach.route;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.Link;
import io.kwhy.fact.network.Route;
import io.kwhy.fact.network.RouteAstray;
import io.kwhy.fact.network.RoutingRule;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Outcome;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Verdict;
import io.kwhy.netfilter.Way;
import io.kwhy.reach.host.FirewallOfHost;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Routes and routing rules that take packets for other nodes, or for pods, away. Firewalls are left
 * out of it, but for {@link Marked} packets. That a packet goes wrong says nothing yet; to blame is
 * the one route or rule without which it would go right.
 */
public final class Detours {
  private static final String BRIDGE = "cni0";

  /** Services that every node needs. */
  private static final Set<String> ASKED = Set.of("kube-dns", "kubernetes");

  private final Known known;
  private final Peers peers;
  private final List<Fact> astray = new ArrayList<>();

  /** Of packets of the peers' family. */
  public Detours(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  /** What leads astray, each once. */
  public List<Fact> all() {
    for (Peer self : peers.all()) {
      if (self.captured() && isKnown(self.host())) {
        Firewall routes = new FirewallOfHost(known, self.host()).routesOnly(fact -> true);
        services(self, routes);
        for (Peer peer : peers.all()) {
          hosts(self, peer, routes);
          pods(self, peer, routes);
        }
      }
    }
    astray.addAll(new Marked(known, peers).all());
    return astray;
  }

  private boolean isKnown(String host) {
    return known.isCaptured("ip-route", host)
        && known.isCaptured("ip-addr", host)
        && known.isCaptured(peers.v6() ? "ip6-rule" : "ip-rule", host);
  }

  /** Packets from address to address, the tunnel's among them. */
  private void hosts(Peer self, Peer peer, Firewall routes) {
    if (self.name().equals(peer.name())
        || !peers.ours(self.address())
        || !peers.ours(peer.address())) {
      return;
    }
    IpAddress to = IpAddress.of(peer.address());
    List<String> links = linksTowards(self, to);
    Packet packet = Packet.tcp(self.address(), Packets.CLIENT, peer.address(), 10_250);
    // By which router hosts of other networks are reached is for their owner to say.
    check(
        new Trip(self, peer, "hosts", packet),
        routes,
        way -> links.isEmpty() || (way.gateway().isEmpty() && links.contains(RouteWords.out(way))));
  }

  /** What the host itself asks of Services: any route will do, for the rules of nat come next. */
  private void services(Peer self, Firewall routes) {
    known.all(Service.class).stream()
        .filter(
            each ->
                ASKED.contains(each.name())
                    && peers.ours(each.clusterIp())
                    && peers.ours(self.address()))
        .map(each -> Packet.udp(self.address(), Packets.CLIENT, each.clusterIp(), 53))
        .forEach(packet -> check(new Trip(self, self, "services", packet), routes, way -> true));
  }

  private void pods(Peer self, Peer peer, Firewall routes) {
    boolean own = self.name().equals(peer.name());
    String tunnel = own ? BRIDGE : peers.v6() ? "flannel-v6.1" : "flannel.1";
    if (!hasLink(self, tunnel)
        || !self.backend().equals("vxlan")
        || !peer.backend().equals("vxlan")
        || self.address().isEmpty()) {
      return;
    }
    Predicate<Way> right =
        way ->
            RouteWords.out(way).equals(tunnel) || (!own && way.gateway().equals(peer.publicIp()));
    for (IpPrefix range : peer.ranges()) {
      String pod = Peer.podIn(range);
      if (!own) {
        self.ranges().stream()
            .map(Peer::podIn)
            .map(from -> Packet.tcp(from, Packets.CLIENT, pod, 8080).arrivingOn(BRIDGE))
            .forEach(p -> check(new Trip(self, peer, "pods", p), routes, right));
        arriving(self, peer, pod, tunnel, routes);
      } else if (peers.ours(self.address())) {
        // What the host answers to its pods.
        Packet answer = Packet.tcp(self.address(), 6443, pod, Packets.CLIENT);
        check(new Trip(self, peer, "pods", answer), routes, right);
        astray.addAll(new PodRoutes(known).missing(self, range, routes));
      }
    }
  }

  /** What pods of the other node send to those of this one. */
  private void arriving(Peer self, Peer peer, String from, String tunnel, Firewall routes) {
    if (hasLink(self, BRIDGE)) {
      for (IpPrefix own : self.ranges()) {
        Packet packet = Packet.tcp(from, Packets.CLIENT, Peer.podIn(own), 8080).arrivingOn(tunnel);
        check(
            new Trip(self, peer, "pods", packet),
            routes,
            way -> RouteWords.out(way).equals(BRIDGE));
      }
    }
  }

  private record Trip(Peer self, Peer peer, String flow, Packet packet) {}

  private void check(Trip trip, Firewall routes, Predicate<Way> right) {
    Outcome outcome = outcome(trip, routes);
    if (outcome.verdict() == Verdict.UNDETERMINED
        || outcome.ways().stream().allMatch(goes(right))) {
      return;
    }
    candidates(trip)
        .filter(fact -> mends(trip, fact, right))
        .findFirst()
        .ifPresent(fact -> tell(trip, fact, outcome.first()));
  }

  private static Predicate<Way> goes(Predicate<Way> right) {
    return way ->
        way.verdict() == Verdict.ACCEPTED && way.end() == Way.End.SENT_ON && right.test(way);
  }

  private static Outcome outcome(Trip trip, Firewall routes) {
    boolean arrives = !trip.packet().devices().in().name().isEmpty();
    return arrives ? routes.receive(trip.packet()) : routes.send(trip.packet());
  }

  /** Rules before routes: a table that only one rule looks into does nothing without it. */
  private Stream<Fact> candidates(Trip trip) {
    IpAddress to = trip.packet().header().destination();
    String host = trip.self().host();
    return Stream.concat(
        known.of(RoutingRule.class, RoutingRule::node, host).stream()
            .filter(rule -> rule.v6() == peers.v6())
            .filter(rule -> rule.priority() > 0 && rule.priority() < 32_766),
        known.of(Route.class, Route::node, host).stream()
            .filter(route -> !route.table().equals("local"))
            .filter(r -> IpPrefix.parse(r.destination()).filter(p -> p.contains(to)).isPresent()));
  }

  private boolean mends(Trip trip, Fact without, Predicate<Way> right) {
    FirewallOfHost host = new FirewallOfHost(known, trip.self().host());
    Firewall others = host.routesOnly(fact -> !fact.equals(without));
    return outcome(trip, others).ways().stream().allMatch(goes(right));
  }

  private void tell(Trip trip, Fact by, Way way) {
    boolean ends = way.verdict() != Verdict.ACCEPTED;
    RouteAstray fact =
        new RouteAstray(
            trip.self().name(),
            trip.peer().name(),
            trip.flow(),
            ends,
            by.text(),
            by instanceof RoutingRule ? "rule" : "route",
            by instanceof RoutingRule r ? r.priority() : 0,
            RouteWords.instead(way),
            by instanceof RoutingRule r
                ? RouteWords.command(r, peers.v6())
                : RouteWords.command((Route) by, peers.v6()),
            by.origin());
    if (!astray.contains(fact)) {
      astray.add(fact);
    }
  }

  /** Links on whose own network an address is. */
  private List<String> linksTowards(Peer self, IpAddress to) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, self.host()).stream()
        .filter(
            own -> IpPrefix.parse(own.cidr()).filter(network -> network.contains(to)).isPresent())
        .map(InterfaceAddress::link)
        .toList();
  }

  private boolean hasLink(Peer peer, String name) {
    return known.of(Link.class, Link::node, peer.host()).stream()
        .anyMatch(link -> link.name().equals(name) && link.up());
  }
}
