package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/** A HelmChartConfig object: values for the HelmChart of the same name, which are not kept. */
public record HelmChartConfig(
    String namespace, String name, String failurePolicy, Instant created, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "HelmChartConfig " + namespace + "/" + name;
  }

  @Override
  public Instant since() {
    return created;
  }
}
