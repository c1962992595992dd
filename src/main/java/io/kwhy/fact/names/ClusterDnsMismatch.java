package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * kubelet gives pods an address or a domain of the cluster's DNS that is not the one that CoreDNS
 * has.
 *
 * @param key clusterDNS or clusterDomain
 * @param value what kubelet gives
 * @param expected what the Service or the Corefile has
 */
public record ClusterDnsMismatch(
    String node, String key, String value, String expected, Origin origin) implements Fact {
  @Override
  public String text() {
    return "kubelet on " + node + ": " + key + " " + value + ", CoreDNS has " + expected;
  }
}
