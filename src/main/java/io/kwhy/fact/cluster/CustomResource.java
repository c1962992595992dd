package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A CustomResourceDefinition: a kind of object that the API has besides its own.
 *
 * @param established whether the API server serves it
 */
public record CustomResource(
    String name,
    String group,
    String kind,
    boolean established,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "CustomResourceDefinition " + name + (established ? "" : ", not established");
  }

  @Override
  public Instant since() {
    return created;
  }
}
