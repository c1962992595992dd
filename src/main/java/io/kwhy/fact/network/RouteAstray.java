package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A route, or a routing rule, but for which a host's packets would take the way that they are meant
 * to take.
 *
 * @param node Node of the host
 * @param peer Node that the packets are meant for; the same for the host's own pods
 * @param flow hosts, for packets from address to address; kubelet, for what it answers; pods, for
 *     what these send, in the tunnel and before it; services, for what the host asks of these
 * @param ends whether they are thrown away at once; else they leave by another way
 * @param by the route or rule as it is written
 * @param kind route or rule
 * @param priority of the rule; 0 for a route
 * @param instead where the packets go
 * @param command takes it away
 */
public record RouteAstray(
    String node,
    String peer,
    String flow,
    boolean ends,
    String by,
    String kind,
    int priority,
    String instead,
    String command,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "packets of " + node + " for " + target() + " " + instead + ": " + kind + " " + by;
  }

  /** What counts for more comes first: all that nodes say to each other goes between hosts. */
  public String order() {
    return flow + " " + text();
  }

  /** What the packets are meant for, in words. */
  public String target() {
    return switch (flow) {
      case "pods" -> peer.equals(node) ? "its own pods" : "the pods of " + peer;
      case "kubelet" -> peer + ", from its kubelet";
      case "services" -> "addresses of Services";
      default -> peer;
    };
  }
}
