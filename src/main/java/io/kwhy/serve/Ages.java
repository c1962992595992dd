package io.kwhy.serve;

import io.kwhy.fact.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How long things had been there at capture, in the short form that kubectl has for it. */
final class Ages {
  private static final String UNKNOWN = "<unknown>";
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;

  private final Instant now;

  Ages(Instant now) {
    this.now = now;
  }

  /** Of an object since it was made. */
  Object of(Object object) {
    return since(Tree.text(object, "metadata", "creationTimestamp"));
  }

  /** Since a time; {@code <unknown>} where it is none. */
  String since(String time) {
    try {
      return text(Math.max(0, Duration.between(Rfc3339.parse(time), now).toSeconds()));
    } catch (DateTimeParseException e) {
      return UNKNOWN;
    }
  }

  /** From one time to another, or to the capture where that is none yet. */
  String between(String start, String end) {
    try {
      Instant until = end.isEmpty() ? now : Rfc3339.parse(end);
      return text(Math.max(0, Duration.between(Rfc3339.parse(start), until).toSeconds()));
    } catch (DateTimeParseException e) {
      return "";
    }
  }

  /** The larger the whole, the less its parts matter. */
  private static String text(long seconds) {
    if (seconds < 2 * MINUTE) {
      return seconds + "s";
    }
    if (seconds < 10 * MINUTE) {
      return parts(seconds, MINUTE, "m", 1, "s");
    }
    if (seconds < 3 * HOUR) {
      return seconds / MINUTE + "m";
    }
    if (seconds < 8 * HOUR) {
      return parts(seconds, HOUR, "h", MINUTE, "m");
    }
    if (seconds < 2 * DAY) {
      return seconds / HOUR + "h";
    }
    if (seconds < 8 * DAY) {
      return parts(seconds, DAY, "d", HOUR, "h");
    }
    if (seconds < 2 * YEAR) {
      return seconds / DAY + "d";
    }
    return seconds < 8 * YEAR ? parts(seconds, YEAR, "y", DAY, "d") : seconds / YEAR + "y";
  }

  private static String parts(long seconds, long large, String name, long small, String rest) {
    long left = seconds % large / small;
    return seconds / large + name + (left == 0 ? "" : left + rest);
  }
}
