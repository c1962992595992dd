package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** One label that a Service wants of its pods. */
public record ServiceSelector(
    String namespace, String service, String key, String value, Origin origin) implements Fact {
  @Override
  public String text() {
    return "Service " + namespace + "/" + service + " selects " + key + "=" + value;
  }
}
