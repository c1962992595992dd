package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * An Event object.
 *
 * @param kind kind of the object it is about
 * @param name name of the object it is about
 * @param host host of the component that reports it
 */
public record Event(
    String namespace,
    String kind,
    String name,
    String type,
    String reason,
    String message,
    String component,
    String host,
    Instant first,
    Instant last,
    int count,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Event "
        + type
        + " "
        + reason
        + " on "
        + kind
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + name
        + ": "
        + message;
  }

  @Override
  public Instant since() {
    return first;
  }
}
