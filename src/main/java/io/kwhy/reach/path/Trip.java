package io.kwhy.reach.path;

import io.kwhy.netfilter.Header;
import io.kwhy.reach.host.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a packet has come.
 *
 * @param goal where it was going at last; {@code ""} until it is there and the answer goes back
 * @param turns translations of addresses on the way, which the answer meets again
 */
record Trip(String goal, List<Hop> hops, List<Turn> turns) {

  /** Addresses that a host translated. */
  record Turn(String node, Header before, Header after) {}

  static Trip begun() {
    return new Trip("", List.of(), List.of());
  }

  boolean answer() {
    return !goal.isEmpty();
  }

  Trip with(Hop hop) {
    List<Hop> more = new ArrayList<>(hops);
    more.add(answer() ? HopOf.answering(hop) : hop);
    return new Trip(goal, more, turns);
  }

  /** After a host that may have translated addresses. */
  Trip turned(Peer peer, Header before, Header after) {
    List<Turn> more = new ArrayList<>(turns);
    if (!answer() && !before.equals(after)) {
      more.add(new Turn(peer.name(), before, after));
    }
    return new Trip(goal, hops, more);
  }

  Trip back(String reached) {
    return new Trip(reached, hops, turns);
  }

  /** What a host did to the packet that this one answers. */
  Optional<Turn> turnOn(Peer peer, Header answer) {
    return turns.stream()
        .filter(turn -> answer() && turn.node.equals(peer.name()))
        .filter(turn -> turn.after.source().equals(answer.destination()))
        .filter(turn -> turn.after.destination().equals(answer.source()))
        .findFirst();
  }
}
