package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Two ranges of addresses that should have none in common.
 *
 * @param node host where it shows; {@code ""} where it is one of the cluster
 * @param kind pods-and-services, nodes, host-address, local-address, resolver or route; wider-route
 *     for one that loses to the more specific ones
 * @param first e.g. {@code cluster-cidr 10.42.0.0/16}
 * @param second e.g. {@code service-cidr 10.42.0.0/16}
 * @param peer Node whose pods a route leads away from; {@code ""} where it is not a route
 */
public record RangeOverlap(
    String node, String kind, String first, String second, String peer, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return first + " overlaps " + second;
  }
}
