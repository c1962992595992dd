package io.kwhy.reach.path;

import io.kwhy.netfilter.Header;
import io.kwhy.netfilter.Packet;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.List;

/** The courses that a packet may take, each once, and what becomes of it on each. */
final class Courses {
  private final Peers peers;
  private final Hosts hosts;
  private final List<Course> all = new ArrayList<>();

  Courses(Peers peers, Hosts hosts) {
    this.peers = peers;
    this.hosts = hosts;
  }

  List<Course> all() {
    return all;
  }

  /** Adds the course that ends with a hop. */
  void end(Trip trip, Hop last, Packet packet) {
    List<Hop> hops = trip.with(last).hops();
    boolean answered = trip.answer() && last.fate().well();
    Fate fate = answered ? Fate.ARRIVES : last.fate();
    boolean guessed = fate.well() && hops.stream().anyMatch(hop -> unread(hop, packet.v6()));
    String goal = trip.answer() ? trip.goal() : goal(packet);
    Course course = new Course(goal, guessed ? Fate.UNDETERMINED : fate, hops);
    if (!all.contains(course)) {
      all.add(course);
    }
  }

  /** Where a packet is going. */
  static String goal(Packet packet) {
    Header header = packet.header();
    return Packets.end(header.destination(), header.destinationPort());
  }

  /** Rules that were not captured might have ended it. */
  private boolean unread(Hop hop, boolean v6) {
    return peers.all().stream()
        .filter(peer -> peer.name().equals(hop.node()))
        .anyMatch(peer -> !hosts.noteOn(peer, v6).isEmpty());
  }
}
