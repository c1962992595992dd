package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A control group of the kernel.
 *
 * @param name memory, cpu, cpuset, pids and the like
 * @param version 1 where it is mounted as one of version 1; 0 where it is not
 * @param available whether the kernel has it switched on
 */
public record CgroupController(
    String node, String name, int version, boolean available, Origin origin) implements Fact {
  @Override
  public String text() {
    return "control group " + name + (available ? " is there" : " is switched off");
  }
}
