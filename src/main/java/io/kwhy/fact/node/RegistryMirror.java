package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A registry for which registries.yaml has mirrors, or which the nodes share among themselves.
 *
 * @param registry as in names of images, with its port; {@code *} for all
 * @see <a href="https://docs.k3s.io/installation/private-registry#mirrors">k3s: mirrors</a>
 */
public record RegistryMirror(String node, String registry, Origin origin) implements Fact {
  /** Whether images of that registry are asked for there before. */
  public boolean isOf(String other) {
    return registry.equals("*") || registry.equals(other);
  }

  @Override
  public String text() {
    return "registries.yaml has mirrors for " + registry;
  }
}
