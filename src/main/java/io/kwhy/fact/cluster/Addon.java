package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * An Addon object: a manifest that k3s deploys.
 *
 * @param source path of the file on the servers
 * @param checksum of the file as it was last deployed; {@code ""} where it never was
 */
public record Addon(
    String namespace,
    String name,
    String source,
    String checksum,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Addon " + namespace + "/" + name + " of " + source;
  }

  @Override
  public Instant since() {
    return created;
  }
}
