package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What a LimitRange says of one resource of containers, pods or claims.
 *
 * @param type Container, Pod, PersistentVolumeClaim
 * @param resource cpu, memory, storage
 * @param min as written; {@code ""} for none, as the others
 */
public record LimitRangeItem(
    String namespace,
    String limitRange,
    String type,
    String resource,
    String min,
    String max,
    String defaultLimit,
    String defaultRequest,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "LimitRange "
        + namespace
        + "/"
        + limitRange
        + " "
        + type
        + " "
        + resource
        + (min.isEmpty() ? "" : ", min " + min)
        + (max.isEmpty() ? "" : ", max " + max);
  }
}
