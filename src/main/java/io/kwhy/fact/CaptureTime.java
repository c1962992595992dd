package io.kwhy.fact;

import java.time.Instant;

/**
 * When the evidence was collected: the "now" of every conclusion.
 *
 * @param product what was captured, e.g. {@code k3s}
 * @param time UTC; {@link #UNKNOWN_TIME} where the bundle does not say
 */
public record CaptureTime(String product, Instant time, Origin origin) implements Fact {
  /**
   * Whether that time lay at least so many seconds back; true where either is not known, so that
   * what is old for sure and what may be are not told apart.
   */
  public boolean passed(Instant since, long seconds) {
    return time.equals(UNKNOWN_TIME)
        || since.equals(UNKNOWN_TIME)
        || !since.isAfter(time.minusSeconds(seconds));
  }

  /** Whether that time lay at most so many seconds back; true where either is not known. */
  public boolean within(Instant last, long seconds) {
    return time.equals(UNKNOWN_TIME)
        || last.equals(UNKNOWN_TIME)
        || !last.isBefore(time.minusSeconds(seconds));
  }

  @Override
  public String text() {
    return "collected at " + (time.equals(UNKNOWN_TIME) ? "a time that nobody wrote down" : time);
  }
}
