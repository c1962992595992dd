package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/** A Namespace object. */
public record Namespace(String name, String phase, Instant created, boolean deleting, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Namespace " + name + " " + phase;
  }

  @Override
  public Instant since() {
    return created;
  }
}
