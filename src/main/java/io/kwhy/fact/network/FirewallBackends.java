package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Where the kernel keeps the rules of Kubernetes and those of others: in the old tables, in
 * nftables, or in both at once.
 *
 * @param shown backend whose rules iptables-save prints: nf_tables or legacy
 * @param kubernetesShown whether kube-proxy's or kube-router's chains are among them
 * @param otherKubernetes whether such chains are in the other backend
 * @param otherDrops whether the other backend has a policy that drops
 * @param otherUnseen whether there are tables of the other backend that were not printed
 */
public record FirewallBackends(
    String node,
    String shown,
    boolean kubernetesShown,
    boolean otherKubernetes,
    boolean otherDrops,
    boolean otherUnseen,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "iptables-save shows the tables of "
        + shown
        + (kubernetesShown ? ", with" : ", without")
        + " chains of Kubernetes"
        + (otherKubernetes ? "; the other backend has some as well" : "")
        + (otherDrops ? "; the other backend has a policy that drops" : "")
        + (otherUnseen ? "; the other backend has tables that are not shown" : "");
  }
}
