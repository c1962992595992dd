package io.kwhy.policy;

import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import java.util.Optional;

/**
 * A connection that somebody wants.
 *
 * @param node that asks, else {@code client} does
 * @param server pod that is asked; where there is none, an address is
 * @param port at the pod; 0 where it is not known as a number
 */
record Attempt(
    Optional<Node> node, Optional<Pod> client, Optional<Pod> server, String address, int port) {

  static Attempt of(Pod client, Pod server, int port) {
    return new Attempt(
        Optional.empty(), Optional.of(client), Optional.of(server), server.podIp(), port);
  }

  static Attempt of(Pod client, String address, int port) {
    return new Attempt(Optional.empty(), Optional.of(client), Optional.empty(), address, port);
  }

  static Attempt of(Node node, Pod server, int port) {
    return new Attempt(
        Optional.of(node), Optional.empty(), Optional.of(server), server.podIp(), port);
  }
}
