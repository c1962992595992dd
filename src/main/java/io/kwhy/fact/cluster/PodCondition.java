package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A condition of a pod whose details are told: one that does not hold, or PodScheduled.
 *
 * @param type PodScheduled, Initialized, ContainersReady, Ready, PodReadyToStartContainers …
 */
public record PodCondition(
    String namespace,
    String pod,
    String type,
    String status,
    String reason,
    String message,
    Instant changed,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return ConditionText.of("Pod " + namespace + "/" + pod, type, status, reason, message);
  }

  @Override
  public Instant since() {
    return changed;
  }
}
