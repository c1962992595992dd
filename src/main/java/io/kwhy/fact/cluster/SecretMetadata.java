package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/** Name and type of a Secret; never what it holds. */
public record SecretMetadata(
    String namespace,
    String name,
    String type,
    String ownerKind,
    String ownerName,
    Instant created,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Secret "
        + namespace
        + "/"
        + name
        + (type.isEmpty() ? "" : " of type " + type)
        + (created.equals(UNKNOWN_TIME) ? "" : ", created " + created);
  }

  @Override
  public Instant since() {
    return created;
  }
}
