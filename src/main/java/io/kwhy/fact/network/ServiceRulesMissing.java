package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A Service has endpoints, and no captured rule of a host gives packets to its address one of them.
 *
 * @param node Node of the host
 * @param service name of the Service
 * @param origin of the host's rules
 */
public record ServiceRulesMissing(
    String node, String namespace, String service, String address, int port, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "the rules of "
        + node
        + " send packets to "
        + address
        + ":"
        + port
        + ", Service "
        + namespace
        + "/"
        + service
        + ", to none of its endpoints";
  }
}
