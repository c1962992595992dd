package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A Service that an Ingress sends to.
 *
 * @param host {@code ""} for all hosts
 * @param path {@code ""} for the default backend
 * @param port number or name of the Service's port
 */
public record IngressBackend(
    String namespace,
    String ingress,
    String host,
    String path,
    String service,
    String port,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Ingress "
        + namespace
        + "/"
        + ingress
        + " sends "
        + (host.isEmpty() ? "" : host)
        + (path.isEmpty() && host.isEmpty() ? "everything else" : path)
        + " to Service "
        + service
        + ":"
        + port;
  }
}
