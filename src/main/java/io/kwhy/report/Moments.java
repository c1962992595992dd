package io.kwhy.report;

import io.kwhy.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times, as one would say them when the evidence was captured. Always UTC. */
final class Moments {
  private final Instant now;

  /**
   * @param now when the evidence was captured, or {@link Fact#UNKNOWN_TIME}
   */
  Moments(Instant now) {
    this.now = now;
  }

  static boolean isKnown(Instant time) {
    return !time.equals(Fact.UNKNOWN_TIME);
  }

  /** {@code 05:52:23 UTC, 1 min 13 s before capture}; the date too where it is another day. */
  String since(Instant time) {
    String said = clock(time, true) + " UTC";
    if (!isKnown(now) || time.isAfter(now)) {
      return said;
    }
    Duration before = Duration.between(time, now);
    return said + (before.toSeconds() == 0 ? "" : ", " + length(before) + " before capture");
  }

  /** {@code 05:40:01 to 05:41:12 UTC}. */
  String span(Instant from, Instant until) {
    if (!isKnown(from) || from.equals(until)) {
      return isKnown(until) ? clock(until, true) + " UTC" : "";
    }
    return clock(from, true)
        + (isKnown(until) ? " to " + clock(until, !sameDay(from, until)) : "")
        + " UTC";
  }

  private String clock(Instant time, boolean dateIfOther) {
    String whole = time.truncatedTo(ChronoUnit.SECONDS).toString();
    int middle = whole.indexOf('T');
    String clock = whole.substring(middle + 1, whole.length() - 1);
    boolean dateGoesWithout = !dateIfOther || (isKnown(now) && sameDay(time, now));
    return dateGoesWithout ? clock : whole.substring(0, middle) + " " + clock;
  }

  private static boolean sameDay(Instant one, Instant other) {
    return LocalDate.ofInstant(one, ZoneOffset.UTC)
        .equals(LocalDate.ofInstant(other, ZoneOffset.UTC));
  }

  /** The two largest units: {@code 3 d 4 h}, {@code 1 min 13 s}, {@code 8 s}. */
  static String length(Duration duration) {
    long[] amounts = {
      duration.toDays(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()
    };
    String[] units = {"d", "h", "min", "s"};
    for (int i = 0; i < amounts.length - 1; i++) {
      if (amounts[i] > 0) {
        String rest = amounts[i + 1] == 0 ? "" : " " + amounts[i + 1] + " " + units[i + 1];
        return amounts[i] + " " + units[i] + rest;
      }
    }
    return amounts[3] + " s";
  }
}
