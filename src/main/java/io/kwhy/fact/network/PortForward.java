package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The rule by which a node hands what comes to a port of a load balancer, or to a node port, on to
 * a pod.
 *
 * @param node Node
 * @param protocol tcp or udp
 * @param rule as it stands in the file; of several endpoints, that of one
 */
public record PortForward(String node, int port, String protocol, String rule, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return rule;
  }
}
