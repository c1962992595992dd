package io.kwhy.policy;

import io.kwhy.fact.cluster.NetworkPolicy;
import java.util.List;

/**
 * A pod that NetworkPolicies close to a connection.
 *
 * @param policies that close it: those that allow nothing at all; else those that allow nothing on
 *     that port; else all
 * @param toAll whether they allow nobody at all on that port
 */
public record Closure(List<NetworkPolicy> policies, boolean toAll) {
  public Closure {
    policies = List.copyOf(policies);
  }
}
