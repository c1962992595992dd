package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.List;

/** A ConfigMap and the keys it has; what most of them hold is not kept. */
public record ConfigMap(
    String namespace, String name, List<String> keys, Instant created, Origin origin)
    implements Fact {
  public ConfigMap {
    keys = List.copyOf(keys);
  }

  @Override
  public String text() {
    return "ConfigMap "
        + namespace
        + "/"
        + name
        + (keys.isEmpty() ? " without keys" : " with keys " + String.join(", ", keys));
  }

  @Override
  public Instant since() {
    return created;
  }
}
