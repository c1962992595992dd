package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * An argument that the kernel was started with.
 *
 * @param value {@code ""} for one that stands alone
 */
public record KernelArgument(String node, String key, String value, Origin origin) implements Fact {
  @Override
  public String text() {
    return "kernel argument " + key + (value.isEmpty() ? "" : "=" + value);
  }
}
