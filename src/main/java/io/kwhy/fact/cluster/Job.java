package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A Job object. What its conditions say are facts {@link WorkloadCondition} of kind {@code job}.
 *
 * @param backoffLimit failures after which it gives up
 * @param deadlineSeconds 0 for none
 * @param complete whether condition Complete holds
 * @param gaveUp whether condition Failed holds
 */
public record Job(
    String namespace,
    String name,
    int active,
    int succeeded,
    int failed,
    int completions,
    int backoffLimit,
    int deadlineSeconds,
    boolean suspended,
    boolean complete,
    boolean gaveUp,
    String ownerKind,
    String ownerName,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "job "
        + namespace
        + "/"
        + name
        + ": "
        + succeeded
        + " succeeded, "
        + failed
        + " failed, "
        + active
        + " active, backoff limit "
        + backoffLimit;
  }

  @Override
  public Instant since() {
    return created;
  }
}
