package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A port that a container of a pod template declares. It informs; a container may listen on others.
 *
 * @param kind of the controller, in lower case
 * @param name of the controller
 * @param portName {@code ""} where it has none
 * @param hostPort 0 where it has none
 */
public record TemplatePort(
    String kind,
    String namespace,
    String name,
    String container,
    String portName,
    String protocol,
    int port,
    int hostPort,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return kind
        + " "
        + namespace
        + "/"
        + name
        + ", container "
        + container
        + ": port "
        + (portName.isEmpty() ? "" : portName + " ")
        + port
        + "/"
        + protocol;
  }
}
