package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A HorizontalPodAutoscaler. Its conditions are facts {@link WorkloadCondition} of kind {@code
 * horizontalpodautoscaler}.
 *
 * @param targetKind kind of what it scales, in lower case
 */
public record Autoscaler(
    String namespace,
    String name,
    String targetKind,
    String targetName,
    int min,
    int max,
    int current,
    int desired,
    Instant created,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "HorizontalPodAutoscaler "
        + namespace
        + "/"
        + name
        + " of "
        + targetKind
        + " "
        + targetName
        + ": "
        + min
        + " to "
        + max
        + ", now "
        + current;
  }

  @Override
  public Instant since() {
    return created;
  }
}
