package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/** A condition of a Namespace; only one that is being deleted has some. */
public record NamespaceCondition(
    String namespace,
    String type,
    String status,
    String reason,
    String message,
    Instant changed,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Namespace "
        + namespace
        + " "
        + type
        + "="
        + status
        + (message.isEmpty() ? "" : ": " + message);
  }

  @Override
  public Instant since() {
    return changed;
  }
}
