package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The name under which a host asks to be registered.
 *
 * @param node host
 * @param name in lower case, as k3s makes it
 * @param given as the setting or the host name has it
 * @param from {@code node-name} or {@code hostname}
 */
public record NodeName(String node, String name, String given, String from, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return from + ": " + given;
  }
}
