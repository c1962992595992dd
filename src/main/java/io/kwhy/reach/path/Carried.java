package io.kwhy.reach.path;

import io.kwhy.netfilter.Outcome;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Verdict;
import io.kwhy.netfilter.Way;
import io.kwhy.reach.host.Peer;
import java.util.Optional;

/** A packet in a tunnel: what becomes of the tunnel's own packet, at both of its ends. */
final class Carried {
  private final Hosts hosts;
  private final Courses courses;
  private final String layer;
  private final Packet inner;

  /**
   * @param courses take those that end in the tunnel
   * @param layer what the tunnel is called
   * @param inner the packet that it carries
   */
  Carried(Hosts hosts, Courses courses, String layer, Packet inner) {
    this.hosts = hosts;
    this.courses = courses;
    this.layer = layer;
    this.inner = inner;
  }

  /** The hops so far, if the host lets the tunnel's packet out; else the course has ended. */
  Optional<Trip> sent(Trip trip, Peer peer, Packet outer) {
    return passed(trip, peer, outer, hosts.firewall(peer).send(outer));
  }

  /** The hops so far, if the other host takes the tunnel's packet; else the course has ended. */
  Optional<Trip> received(Trip trip, Peer peer, Packet outer) {
    String link = hosts.linkWith(peer, outer.header().destination().toString());
    Packet arriving = outer.arrivingOn(link);
    if (!peer.captured()) {
      Hop unknown = HopOf.ending(peer, arriving, Fate.UNDETERMINED, Hosts.NOTHING_CAPTURED);
      courses.end(trip, unknown, inner);
      return Optional.empty();
    }
    return passed(trip, peer, arriving, hosts.firewall(peer).receive(arriving));
  }

  private Optional<Trip> passed(Trip trip, Peer peer, Packet outer, Outcome outcome) {
    Way way = outcome.first();
    Hop hop = HopOf.way(peer, outer, way, layer, way.packet(), hosts.noteOn(peer, outer.v6()));
    if (outcome.verdict() == Verdict.ACCEPTED) {
      return Optional.of(trip.with(hop));
    }
    Fate fate = HopOf.fate(outcome.verdict());
    courses.end(trip, HopOf.deciding(hop, peer, fate, outcome.deciding()), inner);
    return Optional.empty();
  }
}
