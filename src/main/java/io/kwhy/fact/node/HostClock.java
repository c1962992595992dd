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
 * @param collected when the host was looked at, UTC, as the bundle says
 * @param skewSeconds ahead of the collector; NaN where it is not known
 * @param synchronised false where time synchronisation is known to be off
 */
public record HostClock(
    String node,
    Instant time,
    Instant collected,
    double skewSeconds,
    boolean synchronised,
    Origin origin)
    implements Fact {
  /** Hosts are captured one after the other, within minutes. */
  private static final int APART_SECONDS = 1800;

  /** Whether its time is not that of the capture. */
  public boolean far() {
    return !time.equals(UNKNOWN_TIME)
        && !collected.equals(UNKNOWN_TIME)
        && Math.abs(time.getEpochSecond() - collected.getEpochSecond()) > APART_SECONDS;
  }

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
