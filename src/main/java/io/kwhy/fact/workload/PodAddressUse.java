package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * How many of a host's reserved pod addresses belong to a pod.
 *
 * @param reserved addresses that the host has given away
 * @param unused those among them that no pod of the cluster has
 */
public record PodAddressUse(String node, int reserved, int unused, Origin origin) implements Fact {
  /**
   * Most of what is given away belongs to nobody: pods went without their addresses coming back.
   */
  public boolean leaked() {
    return unused * 2 > reserved;
  }

  @Override
  public String text() {
    return reserved
        + " pod addresses are reserved on "
        + node
        + ", "
        + unused
        + " of them for no pod";
  }
}
