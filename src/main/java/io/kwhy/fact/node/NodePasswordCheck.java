package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Whether the server's record accepts the password that the host has now.
 *
 * @param node host
 * @param name name under which the server was asked
 * @param store the Secret or the file, as the user would name it
 * @param kind secret or file
 */
public record NodePasswordCheck(
    String node, String name, boolean accepted, String store, String kind, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return store
        + (accepted ? " accepts" : " does not accept")
        + " the password in /etc/rancher/node/password of "
        + node;
  }
}
