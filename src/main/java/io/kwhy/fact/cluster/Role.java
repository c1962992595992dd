package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A Role or ClusterRole.
 *
 * @param kind in lower case: role, clusterrole
 * @param namespace {@code ""} for a ClusterRole
 * @param aggregated whether its rules are gathered from others
 * @param rules how many it has
 */
public record Role(
    String kind, String namespace, String name, boolean aggregated, int rules, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return kind
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + name
        + " with "
        + rules
        + " rules";
  }
}
