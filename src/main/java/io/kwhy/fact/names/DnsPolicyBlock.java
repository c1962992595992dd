package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A NetworkPolicy keeps a client from asking a CoreDNS pod.
 *
 * @param direction {@code ingress} of CoreDNS or {@code egress} of the client
 * @param namespace of the policy
 * @param policy name of the policy
 * @param clientKind pod or node, one that CoreDNS's pod does not run on; {@code upstream} where it
 *     is CoreDNS that would ask
 * @param client name of the pod or node, address of the upstream server
 * @param nobody whether the policies allow nobody at all to ask that pod, or the client to ask none
 * @param first whether it is the first client that the policy keeps from that pod; the others are
 *     the same once more
 * @param origin of the policy
 */
public record DnsPolicyBlock(
    String direction,
    String namespace,
    String policy,
    String clientKind,
    String clientNamespace,
    String client,
    String server,
    boolean nobody,
    boolean first,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "NetworkPolicy "
        + namespace
        + "/"
        + policy
        + " allows no "
        + direction
        + " on UDP 53 between "
        + clientKind
        + " "
        + (clientNamespace.isEmpty() ? "" : clientNamespace + "/")
        + client
        + " and pod kube-system/"
        + server;
  }
}
