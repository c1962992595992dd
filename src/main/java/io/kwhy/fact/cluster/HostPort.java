package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A port of its node that a pod takes for itself; told of all pods that are not over.
 *
 * @param hostIp address of the node; {@code ""} for all
 * @param hostNetwork whether it is the pod's own socket, not a forwarded port
 */
public record HostPort(
    String namespace,
    String pod,
    String node,
    String container,
    String protocol,
    int port,
    String hostIp,
    boolean hostNetwork,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + pod
        + " takes host port "
        + port
        + "/"
        + protocol
        + (node.isEmpty() ? "" : " on " + node);
  }
}
