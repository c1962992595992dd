package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A CronJob object.
 *
 * @param concurrency Allow, Forbid, Replace
 * @param scheduled when it last made a Job, UTC
 * @param succeeded when a Job of it last succeeded, UTC
 */
public record CronJob(
    String namespace,
    String name,
    String schedule,
    boolean suspended,
    String concurrency,
    int active,
    Instant scheduled,
    Instant succeeded,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "cronjob "
        + namespace
        + "/"
        + name
        + " \""
        + schedule
        + "\""
        + (suspended ? ", suspended" : "");
  }

  @Override
  public Instant since() {
    return created;
  }
}
