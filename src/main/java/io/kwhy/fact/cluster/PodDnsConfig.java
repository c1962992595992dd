package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * What a pod wants in its resolv.conf on top of what its dnsPolicy gives.
 *
 * @param options as resolv.conf has them, e.g. {@code ndots:2}
 */
public record PodDnsConfig(
    String namespace,
    String pod,
    List<String> nameservers,
    List<String> searches,
    List<String> options,
    Origin origin)
    implements Fact {
  public PodDnsConfig {
    nameservers = List.copyOf(nameservers);
    searches = List.copyOf(searches);
    options = List.copyOf(options);
  }

  @Override
  public String text() {
    return "dnsConfig of pod "
        + namespace
        + "/"
        + pod
        + (nameservers.isEmpty() ? "" : ", nameservers " + String.join(" ", nameservers))
        + (searches.isEmpty() ? "" : ", searches " + String.join(" ", searches))
        + (options.isEmpty() ? "" : ", options " + String.join(" ", options));
  }
}
