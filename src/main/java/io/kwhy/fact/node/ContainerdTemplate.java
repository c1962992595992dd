package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A template of containerd's configuration that somebody put beside k3s's own. */
public record ContainerdTemplate(String node, String path, Origin origin) implements Fact {
  @Override
  public String text() {
    return path + " takes the place of the configuration that k3s makes";
  }
}
