package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

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
        + (Double.isNaN(skewSeconds) ? "" : " " + tenths(skewSeconds) + " s against the collector")
        + (synchronised ? "" : " not synchronised");
  }

  /** With its sign; a formatter would load all that is known of how people write numbers. */
  private static String tenths(double seconds) {
    BigDecimal rounded = BigDecimal.valueOf(Math.abs(seconds)).setScale(1, RoundingMode.HALF_UP);
    return (seconds < 0 ? "-" : "+") + rounded.toPlainString();
  }
}
