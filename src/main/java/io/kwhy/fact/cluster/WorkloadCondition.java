package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A condition of a controller of pods, or of a Job.
 *
 * @param kind in lower case, as in a subject: deployment, replicaset, job, persistentvolumeclaim,
 *     customresourcedefinition …
 * @param type e.g. Available, Progressing, ReplicaFailure; Complete, Failed of a Job
 */
public record WorkloadCondition(
    String kind,
    String namespace,
    String name,
    String type,
    String status,
    String reason,
    String message,
    Instant changed,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return ConditionText.of(
        kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name,
        type,
        status,
        reason,
        message);
  }

  @Override
  public Instant since() {
    return changed;
  }
}
