package io.kwhy.fact.log;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A start of a unit, as its log has it.
 *
 * @param held whether this is the last start that held: what was logged before it is history
 */
public record UnitStart(String node, String unitName, Instant time, boolean held, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return unitName + " started " + time;
  }

  @Override
  public Instant since() {
    return time;
  }
}
