package io.kwhy.parse.log;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A time as a line has it.
 *
 * @param year 0 where it is not said
 * @param zoned whether {@code offsetSeconds} was said
 * @param end behind it
 */
record Stamp(
    int year,
    int month,
    int day,
    int hour,
    int minute,
    int second,
    int nanos,
    boolean zoned,
    int offsetSeconds,
    int end) {

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  /** {@code 2026-11-23T05:52:22}, with a fraction and a zone or without. */
  static Optional<Stamp> iso(String text, int at) {
    if (at + 19 > text.length()
        || text.charAt(at + 4) != '-'
        || text.charAt(at + 7) != '-'
        || "Tt ".indexOf(text.charAt(at + 10)) < 0) {
      return Optional.empty();
    }
    return clock(
            text, at + 11, number(text, at, 4), number(text, at + 5, 2), number(text, at + 8, 2))
        .map(stamp -> stamp.withZone(text));
  }

  /** {@code Nov 23 05:52:22}, with a fraction or without. */
  static Optional<Stamp> syslog(String text, int at) {
    if (at + 15 > text.length() || text.charAt(at + 3) != ' ' || text.charAt(at + 6) != ' ') {
      return Optional.empty();
    }
    int month = MONTHS.indexOf(text.substring(at, at + 3));
    if (month < 0 || month % 3 != 0) {
      return Optional.empty();
    }
    int day = text.charAt(at + 4) == ' ' ? number(text, at + 5, 1) : number(text, at + 4, 2);
    return clock(text, at + 7, 0, month / 3 + 1, day);
  }

  /** {@code Nov 23 05:52:22 2026}. */
  static Optional<Stamp> dmesg(String text, int at) {
    return syslog(text, at)
        .map(
            stamp -> {
              int year = number(text, stamp.end + 1, 4);
              return new Stamp(
                  Math.max(year, 0),
                  stamp.month,
                  stamp.day,
                  stamp.hour,
                  stamp.minute,
                  stamp.second,
                  stamp.nanos,
                  false,
                  0,
                  stamp.end + 5);
            });
  }

  /** {@code I1123 05:53:11.279738}: klog's, behind the letter. */
  static Optional<Stamp> klog(String text, int at) {
    if (at + 13 > text.length() || text.charAt(at + 4) != ' ') {
      return Optional.empty();
    }
    return clock(text, at + 5, 0, number(text, at, 2), number(text, at + 2, 2));
  }

  /** {@code 2026/11/23 05:52:22}: Go's own. */
  static Optional<Stamp> slashes(String text, int at) {
    if (at + 19 > text.length()
        || text.charAt(at + 4) != '/'
        || text.charAt(at + 7) != '/'
        || text.charAt(at + 10) != ' ') {
      return Optional.empty();
    }
    return clock(
        text, at + 11, number(text, at, 4), number(text, at + 5, 2), number(text, at + 8, 2));
  }

  private static Optional<Stamp> clock(String text, int at, int year, int month, int day) {
    if (at + 8 > text.length() || text.charAt(at + 2) != ':' || text.charAt(at + 5) != ':') {
      return Optional.empty();
    }
    int end = at + 8;
    int nanos = 0;
    if (end + 1 < text.length() && ".,".indexOf(text.charAt(end)) >= 0 && isDigit(text, end + 1)) {
      int unit = 100_000_000;
      for (end++; isDigit(text, end); end++) {
        nanos += unit * (text.charAt(end) - '0');
        unit /= 10;
      }
    }
    int hour = number(text, at, 2);
    int minute = number(text, at + 3, 2);
    int second = number(text, at + 6, 2);
    boolean possible =
        year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && hour >= 0
            && hour <= 23
            && minute >= 0
            && minute <= 59
            && second >= 0
            && second <= 60;
    // A leap second counts as the one before it.
    return possible
        ? Optional.of(
            new Stamp(year, month, day, hour, minute, Math.min(second, 59), nanos, false, 0, end))
        : Optional.empty();
  }

  private Stamp withZone(String text) {
    if (end >= text.length()) {
      return this;
    }
    char sign = text.charAt(end);
    if (sign == 'Z' || sign == 'z') {
      return zoned(0, end + 1);
    }
    if ("+-".indexOf(sign) < 0 || end + 5 > text.length()) {
      return this;
    }
    int colon = text.charAt(end + 3) == ':' ? 1 : 0;
    int hours = number(text, end + 1, 2);
    int minutes = end + 5 + colon <= text.length() ? number(text, end + 3 + colon, 2) : -1;
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return this;
    }
    int seconds = (hours * 60 + minutes) * 60;
    return zoned(sign == '-' ? -seconds : seconds, end + 5 + colon);
  }

  private Stamp zoned(int seconds, int zoneEnd) {
    return new Stamp(year, month, day, hour, minute, second, nanos, true, seconds, zoneEnd);
  }

  /** The time on the wall in that year, if there was such a day. */
  Optional<LocalDateTime> in(int assumedYear) {
    try {
      return Optional.of(LocalDateTime.of(assumedYear, month, day, hour, minute, second, nanos));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static int number(String text, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      if (!isDigit(text, i)) {
        return -1;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
