package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What a ResourceQuota allows of one resource, and what is in use.
 *
 * @param resource e.g. pods, requests.cpu, limits.memory
 * @param hard as written, e.g. {@code 4Gi}
 * @param hardAmount in thousandths
 */
public record QuotaItem(
    String namespace,
    String quota,
    String resource,
    String hard,
    String used,
    long hardAmount,
    long usedAmount,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "ResourceQuota " + namespace + "/" + quota + " " + resource + " " + used + " of " + hard;
  }
}
