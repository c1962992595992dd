package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * How much of a resource a Node has for pods.
 *
 * @param resource cpu, memory, pods, ephemeral-storage, or an extended one
 * @param amount in milli-CPUs for cpu, bytes for memory and storage, else a number
 * @param allocatable as the Node says it, e.g. {@code 8023164Ki}
 */
public record NodeResource(
    String node, String resource, long amount, String allocatable, Origin origin) implements Fact {
  @Override
  public String text() {
    return "Node " + node + " has " + resource + " " + allocatable + " for pods";
  }
}
