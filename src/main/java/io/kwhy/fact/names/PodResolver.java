package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * The resolv.conf in a pod's containers, as kubelet makes it.
 *
 * @param basis where the servers are from: "cluster", "node", or "none" where only dnsConfig says
 * @param ndots names with fewer dots are tried with the search list first
 */
public record PodResolver(
    String namespace,
    String pod,
    String node,
    String dnsPolicy,
    boolean hostNetwork,
    String basis,
    List<String> servers,
    List<String> search,
    int ndots,
    Origin origin)
    implements Fact {
  public PodResolver {
    servers = List.copyOf(servers);
    search = List.copyOf(search);
  }

  @Override
  public String text() {
    return "pod "
        + namespace
        + "/"
        + pod
        + " (dnsPolicy "
        + dnsPolicy
        + (hostNetwork ? ", hostNetwork" : "")
        + ") asks "
        + (servers.isEmpty() ? "nobody" : String.join(", ", servers));
  }
}
