package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A port on which a Service's endpoints answer.
 *
 * @param slice name of the EndpointSlice; {@code ""} for one of an Endpoints object
 * @param portName name of the Service's port
 * @param port number at the endpoint
 */
public record EndpointPort(
    String namespace,
    String service,
    String slice,
    String portName,
    String protocol,
    int port,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "endpoints of Service "
        + namespace
        + "/"
        + service
        + " answer on "
        + (portName.isEmpty() ? "" : portName + " ")
        + port
        + "/"
        + protocol;
  }
}
