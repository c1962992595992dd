package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * An APIService: who serves a group of the API.
 *
 * @param service name of the Service behind it; {@code ""} where the API server itself serves it
 * @param available status of its condition Available: True, False, Unknown
 */
public record ApiService(
    String name,
    String group,
    String version,
    String serviceNamespace,
    String service,
    String available,
    String reason,
    String message,
    Instant changed,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "APIService "
        + name
        + (service.isEmpty() ? "" : " behind Service " + serviceNamespace + "/" + service)
        + " Available="
        + available
        + (reason.isEmpty() ? "" : " (" + reason + ")")
        + (message.isEmpty() ? "" : ": " + message);
  }

  @Override
  public Instant since() {
    return changed;
  }
}
