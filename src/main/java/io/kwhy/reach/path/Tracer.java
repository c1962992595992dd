package io.kwhy.reach.path;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.netfilter.Outcome;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Verdict;
import io.kwhy.netfilter.Way;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.List;
import java.util.Optional;

/** Follows a packet from host to host, and the answer back. */
final class Tracer {
  private static final int FAR = 24;

  private final Known known;
  private final Peers peers;
  private final Ends ends;
  private final Hosts hosts;
  private final Tunnels tunnels;
  private final Courses courses;
  private final ClusterRanges ranges;

  Tracer(Known known, Peers peers, Ends ends) {
    this.known = known;
    this.peers = peers;
    this.ends = ends;
    this.hosts = new Hosts(known);
    this.tunnels = new Tunnels(known, peers);
    this.courses = new Courses(peers, hosts);
    this.ranges = new ClusterRanges(known, peers);
  }

  List<Course> courses() {
    return courses.all();
  }

  /** Sends the packet from where it begins. */
  void start(End from, End to, Packet packet) {
    boolean inside = from.address().equals(to.address()) || Ends.loops(to.address());
    if (from.pod() && inside) {
      String why = "stays in the pod: nothing of its host sees it";
      Peer host = from.peer().orElseThrow();
      end(Trip.begun(), HopOf.unseen(host, packet, why), packet);
    } else if (from.peer().isEmpty()) {
      wire(Trip.begun(), to.address(), packet);
    } else if (from.pod()) {
      fromPod(Trip.begun(), from.peer().get(), packet);
    } else {
      ask(Trip.begun(), from.peer().get(), packet.sentBy(-1), Asked.SEND);
    }
  }

  private enum Asked {
    SEND,
    RECEIVE,
    BRIDGE
  }

  /** To a pod on the same bridge, a frame is passed on without being routed. */
  private void fromPod(Trip trip, Peer peer, Packet packet) {
    String link = hosts.linkTowards(peer, packet.header().source().toString());
    Packet arriving = packet.arrivingOn(link);
    boolean beside =
        hosts.linkTowards(peer, packet.header().destination().toString()).equals(link)
            && hosts.isNeighbour(peer, packet.header().destination());
    if (beside && hosts.passesBridgedFramesUnseen(peer, packet)) {
      Hop hop = HopOf.unseen(peer, arriving, "passed on by the bridge, unseen by the rules");
      reached(trip, peer, arriving, hop, true);
    } else {
      ask(trip, peer, arriving, beside ? Asked.BRIDGE : Asked.RECEIVE);
    }
  }

  private void arrive(Trip trip, Peer peer, String link, Packet packet) {
    ask(trip, peer, packet.arrivingOn(link), Asked.RECEIVE);
  }

  private void ask(Trip trip, Peer peer, Packet packet, Asked asked) {
    if (!peer.captured() || trip.hops().size() > FAR) {
      String why = peer.captured() ? "goes in a circle" : Hosts.NOTHING_CAPTURED;
      Fate fate = peer.captured() ? Fate.LOST : Fate.UNDETERMINED;
      end(trip, HopOf.ending(peer, packet, fate, why), packet);
      return;
    }
    Optional<Trip.Turn> turn = trip.turnOn(peer, packet.header());
    Packet seen = turn.map(t -> Packets.towards(packet, t.before())).orElse(packet);
    Outcome outcome =
        switch (asked) {
          case SEND -> hosts.firewall(peer).send(seen);
          case RECEIVE -> hosts.firewall(peer).receive(seen);
          case BRIDGE -> hosts.firewall(peer).bridge(seen);
        };
    boolean open = outcome.verdict() == Verdict.UNDETERMINED;
    for (Way way : outcome.ways()) {
      Packet left = turn.map(t -> Packets.from(way.packet(), t.before())).orElse(way.packet());
      if (open && way.supposes() && way.verdict() != Verdict.ACCEPTED) {
        Hop hop = HopOf.way(peer, packet, way, left, hosts.noteOn(peer, packet.v6()));
        end(trip, HopOf.failing(hop, Fate.UNDETERMINED, ""), left);
      } else {
        follow(trip, peer, packet, way, left);
      }
    }
  }

  private void follow(Trip trip, Peer peer, Packet packet, Way way, Packet left) {
    Hop hop = HopOf.way(peer, packet, way, left, hosts.noteOn(peer, packet.v6()));
    if (way.verdict() != Verdict.ACCEPTED) {
      end(trip, hop, left);
    } else if (way.end() == Way.End.HERE) {
      Trip turned = trip.turned(peer, packet.header(), left.header());
      reached(turned, peer, left, trip.answer() ? hop : hosts.heard(peer, left, hop), false);
    } else {
      onward(trip.turned(peer, packet.header(), left.header()), peer, way.gateway(), left, hop);
    }
  }

  private void onward(Trip trip, Peer peer, String gateway, Packet packet, Hop hop) {
    String out = packet.devices().out().name();
    String address = packet.header().destination().toString();
    boolean ofNode = peers.all().stream().anyMatch(other -> ends.has(other, address));
    if (!packet.devices().out().known() && !ofNode) {
      String why = "which way it goes from here was not captured";
      end(trip, HopOf.failing(hop, Fate.UNDETERMINED, why), packet);
    } else if (hosts.isDown(peer, out)) {
      end(trip, HopOf.failing(hop, Fate.LOST, out + " is down"), packet);
    } else if (hosts.isPodLink(peer, out)) {
      toPod(trip, peer, address, hop, packet);
    } else if (tunnels.carries(peer, out)) {
      tunnel(trip.with(hop), peer, gateway, packet);
    } else {
      wire(trip.with(hop), gateway.isEmpty() ? address : gateway, packet);
    }
  }

  private void toPod(Trip trip, Peer peer, String address, Hop hop, Packet packet) {
    Optional<Pod> pod =
        known.first(
            Pod.class, p -> p.podIp().equals(address) && p.node().equals(peer.name()) && !p.over());
    if (pod.isPresent()) {
      String name = "pod " + pod.get().namespace() + "/" + pod.get().name();
      reached(trip, peer, packet, HopOf.noted(hop, name), true);
    } else {
      String why = "no pod of this node has " + address;
      end(trip, HopOf.failing(hop, Fate.LOST, why), packet);
    }
  }

  /** The packet is where it was going: the answer goes back. */
  private void reached(Trip trip, Peer peer, Packet packet, Hop hop, boolean pod) {
    if (trip.answer() || !hop.fate().well()) {
      end(trip, hop, packet);
      return;
    }
    Trip back = trip.with(hop).back(Courses.goal(packet));
    Packet answer = Packets.answer(packet);
    if (pod) {
      fromPod(back, peer, answer);
    } else {
      ask(back, peer, answer.sentBy(-1), Asked.SEND);
    }
  }

  /** Wrapped, sent to the other node, unwrapped there. */
  private void tunnel(Trip trip, Peer peer, String gateway, Packet inner) {
    Optional<Peer> other = tunnels.other(gateway, inner);
    if (other.isEmpty()) {
      String why = "no node's pods are behind " + inner.header().destination();
      end(trip, HopOf.ending(peer, inner, Fate.LOST, why), inner);
      return;
    }
    String link = inner.devices().out().name();
    Packet outer = tunnels.outer(peer, other.get(), link);
    Carried carried = new Carried(hosts, courses, Tunnels.name(link), inner);
    carried
        .sent(trip, peer, outer)
        .flatMap(sent -> carried.received(sent, other.get(), outer))
        .ifPresent(hops -> unwrapped(hops, other.get(), link, inner));
  }

  private void unwrapped(Trip trip, Peer other, String link, Packet inner) {
    boolean there = hosts.hasLink(other, link);
    if (there && !hosts.isDown(other, link)) {
      arrive(trip, other, link, onTheWire(trip, inner));
    } else {
      String why = there ? link + " is down here" : "there is no " + link + " here to unwrap it";
      end(trip, HopOf.ending(other, inner, Fate.LOST, why), inner);
    }
  }

  private static Packet onTheWire(Trip trip, Packet packet) {
    return Packets.onTheWire(packet, trip.answer());
  }

  /** Over the wire to whoever has the address. */
  private void wire(Trip trip, String nextHop, Packet packet) {
    Optional<Peer> next = peers.all().stream().filter(p -> ends.has(p, nextHop)).findFirst();
    if (next.isPresent()) {
      String link = hosts.linkWith(next.get(), nextHop);
      arrive(trip, next.get(), link, onTheWire(trip, packet));
    } else if (trip.hops().isEmpty()) {
      String why = "by which node it comes into the cluster is not known";
      end(trip, HopOf.outside(packet, Fate.UNDETERMINED, why), packet);
    } else {
      boolean ours = ranges.contain(packet.header().destination());
      String why = ours ? nextHop + " is no node of the cluster" : "by way of " + nextHop;
      end(trip, HopOf.outside(packet, ours ? Fate.LOST : Fate.LEAVES, why), packet);
    }
  }

  private void end(Trip trip, Hop last, Packet packet) {
    courses.end(trip, last, packet);
  }
}
