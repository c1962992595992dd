package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * An EndpointSlice, or an Endpoints object, with or without endpoints.
 *
 * @param kind {@code EndpointSlice} or {@code Endpoints}
 * @param service the Service that it belongs to; {@code ""} where it belongs to none
 * @param addressType IPv4, IPv6, FQDN; {@code ""} for Endpoints
 * @param managedBy the controller that keeps it; {@code ""} where that is not said, as with one
 *     made by hand
 * @param endpoints how many are ready
 * @param notReady how many are not
 * @param ports how many ports it has
 * @param changed when what last changed it did, a pod that got ready or a Service that was changed,
 *     UTC; unknown where that is not said
 */
public record EndpointSlice(
    String kind,
    String namespace,
    String name,
    String service,
    String addressType,
    String managedBy,
    int endpoints,
    int notReady,
    int ports,
    Instant changed,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return kind
        + " "
        + namespace
        + "/"
        + name
        + " has "
        + endpoints
        + " ready endpoints"
        + (notReady == 0 ? "" : " and " + notReady + " that are not");
  }
}
