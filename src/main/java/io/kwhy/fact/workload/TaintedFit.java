package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A Node with taints that would take a waiting pod, were it not for them. The scheduler asks for
 * taints first and tells no more of a Node that it turns down for one, so this is computed.
 */
public record TaintedFit(String namespace, String pod, String node, Origin origin) implements Fact {
  @Override
  public String text() {
    return "Pod " + namespace + "/" + pod + " would go to " + node + ", were it not for its taints";
  }
}
