package io.kwhy.netfilter;

/**
 * One of the states that a packet may be in, and how it came to it.
 *
 * @param reroute whether its route must be looked up anew after this hook
 */
record World(Packet packet, Trail trail, boolean reroute) {

  static World of(Packet packet) {
    return new World(packet, Trail.START, false);
  }

  World with(Packet newPacket) {
    return new World(newPacket, trail, reroute);
  }

  World then(Step step) {
    return new World(packet, trail.then(step), reroute);
  }

  World rerouted(boolean needed) {
    return new World(packet, trail, reroute || needed);
  }
}
