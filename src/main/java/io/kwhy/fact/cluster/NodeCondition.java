package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/** A condition of a Node: Ready, MemoryPressure, DiskPressure … */
public record NodeCondition(
    String node,
    String type,
    String status,
    String reason,
    String message,
    Instant changed,
    Instant heartbeat,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Node "
        + node
        + " "
        + type
        + "="
        + status
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }

  @Override
  public Instant since() {
    return changed;
  }
}
