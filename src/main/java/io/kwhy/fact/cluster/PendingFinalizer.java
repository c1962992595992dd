package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/** A finalizer of an object that is to be deleted: it stays until somebody takes it off. */
public record PendingFinalizer(
    String kind, String namespace, String name, String finalizer, Instant asked, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return kind
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + name
        + " is being deleted since "
        + asked
        + " and has finalizer "
        + finalizer;
  }

  @Override
  public Instant since() {
    return asked;
  }
}
