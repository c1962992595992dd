package io.kwhy.netfilter;

import java.util.Optional;

/**
 * One of the states that a packet may be in, and how it came to it.
 *
 * @param rerouted where a rule in OUTPUT has made it go; the chains of that hook still see the
 *     device that it was to leave by at first
 */
record World(Packet packet, Trail trail, Optional<Routed> rerouted) {

  static World of(Packet packet) {
    return new World(packet, Trail.START, Optional.empty());
  }

  World with(Packet newPacket) {
    return new World(newPacket, trail, rerouted);
  }

  World then(Step step) {
    return new World(packet, trail.then(step), rerouted);
  }

  World rerouted(Routed way) {
    return new World(packet, trail, Optional.of(way));
  }

  /** Whether both go on alike. */
  boolean like(World other) {
    return packet.equals(other.packet) && rerouted.equals(other.rerouted);
  }
}
