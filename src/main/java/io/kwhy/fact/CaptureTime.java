package io.kwhy.fact;

import java.time.Instant;

/**
 * When the evidence was collected: the "now" of every conclusion.
 *
 * @param product what was captured, e.g. {@code k3s}
 * @param time UTC; {@link #UNKNOWN_TIME} where the bundle does not say
 */
public record CaptureTime(String product, Instant time, Origin origin) implements Fact {
  @Override
  public String text() {
    return "collected at " + time;
  }
}
