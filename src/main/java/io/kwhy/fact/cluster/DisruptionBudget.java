package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A PodDisruptionBudget object.
 *
 * @param minAvailable as written; {@code ""} for none
 * @param maxUnavailable as written; {@code ""} for none
 * @param healthy pods that count as healthy now
 * @param wanted healthy pods that must remain
 * @param allowed how many may be evicted now
 * @param expected pods that it is about
 */
public record DisruptionBudget(
    String namespace,
    String name,
    Selector selector,
    String minAvailable,
    String maxUnavailable,
    int healthy,
    int wanted,
    int allowed,
    int expected,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "PodDisruptionBudget "
        + namespace
        + "/"
        + name
        + " allows "
        + allowed
        + " disruptions: "
        + healthy
        + " of "
        + expected
        + " pods healthy, "
        + wanted
        + " wanted";
  }
}
