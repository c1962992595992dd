package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * CoreDNS's list of nodes does not have a node as it is.
 *
 * @param listed address that the list has for it; {@code ""} where it has none
 * @param address the node's own
 * @param origin of the list
 */
public record NodeHostsFault(String node, String listed, String address, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "ConfigMap kube-system/coredns, key NodeHosts: "
        + (listed.isEmpty() ? "no line for " + node : listed + " for " + node)
        + ", whose address is "
        + address;
  }
}
