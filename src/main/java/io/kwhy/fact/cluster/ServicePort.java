package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A port of a Service.
 *
 * @param portName {@code ""} where it has none
 * @param targetPort port of the pods: a number, or the name of a container's port
 * @param nodePort 0 where it has none
 */
public record ServicePort(
    String namespace,
    String service,
    String portName,
    String protocol,
    int port,
    String targetPort,
    int nodePort,
    Origin origin)
    implements Fact {
  /** The target port as a number; 0 where it is a name. */
  public int targetNumber() {
    return targetPort.chars().allMatch(Character::isDigit) && targetPort.length() < 6
        ? Integer.parseInt("0" + targetPort)
        : 0;
  }

  /** Whether that number or name means this port. */
  public boolean called(String word) {
    return word.equals(Integer.toString(port)) || (!portName.isEmpty() && word.equals(portName));
  }

  @Override
  public String text() {
    return "Service "
        + namespace
        + "/"
        + service
        + " port "
        + (portName.isEmpty() ? "" : portName + " ")
        + port
        + "/"
        + protocol
        + " to "
        + targetPort
        + (nodePort == 0 ? "" : ", node port " + nodePort);
  }
}
