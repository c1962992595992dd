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
public record Attempt(
    Optional<Node> node,
    Optional<Pod> client,
    Optional<Pod> server,
    String address,
    String protocol,
    int port) {

  /** A pod asks another. */
  public static Attempt of(Pod client, Pod server, String protocol, int port) {
    return new Attempt(
        Optional.empty(), Optional.of(client), Optional.of(server), server.podIp(), protocol, port);
  }

  /** A pod asks an address that is none of a pod's. */
  public static Attempt of(Pod client, String address, String protocol, int port) {
    return new Attempt(
        Optional.empty(), Optional.of(client), Optional.empty(), address, protocol, port);
  }

  /** A node asks a pod. */
  public static Attempt of(Node node, Pod server, String protocol, int port) {
    return new Attempt(
        Optional.of(node), Optional.empty(), Optional.of(server), server.podIp(), protocol, port);
  }
}
