package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * What a server remembers of a node: that it has a password; never the password.
 *
 * @param server host that has the file; {@code ""} for a Secret
 * @param name the node's name
 * @param store the Secret or the file, as the user would name it
 * @param fingerprint of a clear-text password; {@code ""} for a hash
 */
public record NodePasswordRecord(
    String server, String name, String store, String fingerprint, Instant created, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return store + " has a password for " + name;
  }

  @Override
  public Instant since() {
    return created;
  }
}
