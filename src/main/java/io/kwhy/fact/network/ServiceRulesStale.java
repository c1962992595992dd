package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * kube-proxy's rules of a host send packets for a Service to addresses alone that are not, or no
 * more, behind it, while others are.
 *
 * @param node Node of the host
 * @param service name of the Service
 * @param sends where they are sent to, the first few of the addresses
 * @param current whether rules of another host lead to one of the endpoints
 * @param origin of the first of the rules
 */
public record ServiceRulesStale(
    String node, String namespace, String service, String sends, boolean current, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "the rules of "
        + node
        + " send packets for Service "
        + namespace
        + "/"
        + service
        + " to "
        + sends
        + ", which is none of its endpoints";
  }
}
