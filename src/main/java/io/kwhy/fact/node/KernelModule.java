package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A module that the kernel has loaded; what is built into it is not among them. */
public record KernelModule(String node, String name, Origin origin) implements Fact {
  @Override
  public String text() {
    return "module " + name + " is loaded";
  }
}
