package io.kwhy.reach.route;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.network.RouteAstray;
import io.kwhy.fact.network.RoutingRule;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Outcome;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Ruleset;
import io.kwhy.netfilter.Step;
import io.kwhy.netfilter.Verdict;
import io.kwhy.netfilter.Way;
import io.kwhy.reach.host.FirewallOfHost;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Routing rules that take away what the firewall has marked: packets that would pass all rules and
 * go right if nothing looked at their mark.
 */
final class Marked {
  private static final String BRIDGE = "cni0";
  private static final int KUBELET = 10_250;
  private static final int VXLAN = 8472;

  private final Known known;
  private final Peers peers;
  private final List<Fact> astray = new ArrayList<>();

  Marked(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  List<Fact> all() {
    for (Peer self : peers.all()) {
      List<RoutingRule> rules = rules(self);
      Optional<Ruleset> firewall =
          rules.isEmpty()
              ? Optional.empty()
              : new FirewallOfHost(known, self.host()).ruleset(peers.v6());
      firewall.ifPresent(
          f -> peers.all().forEach(peer -> rules.forEach(rule -> check(self, peer, f, rule))));
    }
    return astray;
  }

  /** Rules of a host that look at marks, where all else that decides was captured. */
  private List<RoutingRule> rules(Peer self) {
    boolean seen =
        self.captured()
            && known.isCaptured("ip-route", self.host())
            && known.isCaptured("ip-addr", self.host())
            && known.isCaptured(peers.v6() ? "ip6-rule" : "ip-rule", self.host());
    return seen
        ? known.of(RoutingRule.class, RoutingRule::node, self.host()).stream()
            .filter(rule -> rule.v6() == peers.v6() && rule.other().contains("fwmark"))
            .toList()
        : List.of();
  }

  /** A packet that a host sends, or passes on. */
  private record Sent(String flow, Packet packet, boolean own) {}

  private void check(Peer self, Peer peer, Ruleset firewall, RoutingRule rule) {
    if (self.name().equals(peer.name())) {
      return;
    }
    FirewallOfHost host = new FirewallOfHost(known, self.host());
    Firewall with = host.firewall(firewall, fact -> true);
    Firewall without = host.firewall(firewall, fact -> !fact.equals(rule));
    for (Sent sent : sent(self, peer)) {
      Way right = outcome(sent, without).first();
      Outcome taken = outcome(sent, with);
      if (outcome(sent, without).verdict() == Verdict.ACCEPTED
          && taken.ways().stream().allMatch(otherThan(right))) {
        tell(self, peer, sent.flow(), rule, taken.first());
      }
    }
  }

  private static Outcome outcome(Sent sent, Firewall firewall) {
    return sent.own() ? firewall.send(sent.packet()) : firewall.receive(sent.packet());
  }

  /** Ended by the routing decision itself, or sent on by another device. */
  private static Predicate<Way> otherThan(Way right) {
    return way ->
        way.verdict() == Verdict.DROPPED
            ? way.deciding().sort() == Step.Sort.ROUTE
            : way.verdict() == Verdict.ACCEPTED
                && !RouteWords.out(way).equals(RouteWords.out(right));
  }

  private List<Sent> sent(Peer self, Peer peer) {
    List<Sent> all = new ArrayList<>();
    if (peers.ours(self.publicIp())
        && peers.ours(peer.publicIp())
        && peer.backend().equals("vxlan")) {
      String from = self.publicIp();
      all.add(new Sent("pods", Packet.udp(from, Packets.CLIENT, peer.publicIp(), VXLAN), true));
    }
    if (peers.ours(self.address()) && peers.ours(peer.address())) {
      Packet asked = Packet.tcp(peer.address(), Packets.CLIENT, self.address(), KUBELET);
      all.add(new Sent("kubelet", Packets.answer(asked), true));
      all.add(new Sent("hosts", Packet.ping(self.address(), peer.address()), true));
    }
    for (IpPrefix own : self.ranges()) {
      for (IpPrefix other : peer.ranges()) {
        Packet out = Packet.tcp(Peer.podIn(own), Packets.CLIENT, Peer.podIn(other), 8080);
        Packet in = Packet.tcp(Peer.podIn(other), Packets.CLIENT, Peer.podIn(own), 8080);
        String link = peers.v6() ? "flannel-v6.1" : "flannel.1";
        all.add(new Sent("pods", out.arrivingOn(BRIDGE), false));
        all.add(new Sent("pods", in.arrivingOn(link), false));
      }
    }
    return all;
  }

  private void tell(Peer self, Peer peer, String flow, RoutingRule rule, Way way) {
    boolean ends = way.verdict() == Verdict.DROPPED;
    RouteAstray fact =
        new RouteAstray(
            self.name(),
            peer.name(),
            flow,
            ends,
            rule.text(),
            "rule",
            rule.priority(),
            ends ? "are thrown away" : "leave by " + RouteWords.out(way),
            RouteWords.command(rule, peers.v6()),
            rule.origin());
    if (!astray.contains(fact)) {
      astray.add(fact);
    }
  }
}
