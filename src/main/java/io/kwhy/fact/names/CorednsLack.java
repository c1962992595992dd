package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The Corefile parses, and lacks a plugin that k3s's has and that clients or kubelet rely on.
 *
 * @param plugin kubernetes, forward (of everything else), ready, health
 */
public record CorednsLack(String namespace, String name, String plugin, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "the Corefile in ConfigMap " + namespace + "/" + name + " has no plugin " + plugin;
  }
}
