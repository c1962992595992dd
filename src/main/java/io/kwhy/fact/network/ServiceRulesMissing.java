package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A Service has endpoints, and no captured rule of a host gives packets to its address one of them.
 *
 * @param node Node of the host
 * @param asker {@code pods} or {@code host} where packets of the other are given one; {@code ""}
 *     where no packet is, as far as that is known
 * @param jump with an asker, the rule that would lead its packets to kube-proxy's, and that they do
 *     not come to; {@code ""} where there is none
 * @param service name of the Service
 * @param origin of the host's rules
 */
public record ServiceRulesMissing(
    String node,
    String asker,
    String jump,
    String namespace,
    String service,
    String address,
    int port,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "the rules of "
        + node
        + " send packets "
        + (asker.isEmpty() ? "" : asker.equals("pods") ? "of its pods " : "of the host itself ")
        + "to "
        + address
        + ":"
        + port
        + ", Service "
        + namespace
        + "/"
        + service
        + ", to none of its endpoints"
        + (asker.isEmpty()
            ? ""
            : asker.equals("pods")
                ? ", though those of the host itself"
                : ", though those of pods");
  }
}
