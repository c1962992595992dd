package io.kwhy.inference;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of day as an operator reads them, in UTC. */
final class Clock24 {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Clock24() {}

  /** {@code 05:50:41 UTC}. */
  static String of(Instant time) {
    return TIME.format(time);
  }

  /** {@code 54 s}, {@code 6 min 46 s}, {@code 3 h 10 min}. */
  static String span(Instant from, Instant until) {
    long seconds = Math.max(0, Duration.between(from, until).toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    return minutes < 60
        ? minutes + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s")
        : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }
}
