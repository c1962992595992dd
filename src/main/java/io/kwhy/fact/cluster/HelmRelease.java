package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A revision of a release, as helm keeps it in a Secret; what is in it is not read.
 *
 * @param namespace where the release is installed
 * @param status deployed, superseded, failed, uninstalling, pending-install, pending-upgrade,
 *     pending-rollback
 */
public record HelmRelease(
    String namespace, String name, int revision, String status, Instant created, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "release " + namespace + "/" + name + " revision " + revision + " is " + status;
  }

  @Override
  public Instant since() {
    return created;
  }
}
