package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A taint of a Node.
 *
 * @param added UTC; {@link #UNKNOWN_TIME} where it is not said
 */
public record NodeTaint(
    String node, String key, String value, String effect, Instant added, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Node " + node + " taint " + key + (value.isEmpty() ? "" : "=" + value) + ":" + effect;
  }

  @Override
  public Instant since() {
    return added;
  }
}
