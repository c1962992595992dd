package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** The host's distribution. */
public record OsRelease(String node, String id, String versionId, String prettyName, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return prettyName.isEmpty() ? id + " " + versionId : prettyName;
  }
}
