package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.Locale;

/**
 * The host's clock at capture.
 *
 * @param time what {@code date} printed, UTC; {@link #UNKNOWN_TIME} where something else told
 * @param skewSeconds ahead of the collector; NaN where it is not known
 * @param synchronised false where time synchronisation is known to be off
 */
public record HostClock(
    String node, Instant time, double skewSeconds, boolean synchronised, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "clock"
        + (time.equals(UNKNOWN_TIME) ? "" : " " + time)
        + (Double.isNaN(skewSeconds)
            ? ""
            : String.format(Locale.ROOT, " %+.1f s against the collector", skewSeconds))
        + (synchronised ? "" : " not synchronised");
  }
}
