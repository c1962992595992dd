package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What the pods of a node reserve of it.
 *
 * @param pods how many there are that are not over
 */
public record NodeLoad(String node, long cpuMillis, long memoryBytes, int pods, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "pods on "
        + node
        + ": "
        + pods
        + ", reserve "
        + cpuMillis
        + "m cpu and "
        + (memoryBytes >> 20)
        + " MiB memory";
  }
}
