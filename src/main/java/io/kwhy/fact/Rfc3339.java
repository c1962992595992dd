package io.kwhy.fact;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * Times as the API, Go's programs and bundles write them. Years have four digits there; a time that
 * is farther away fits an {@link Instant}, but can be neither reckoned with nor shown.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-1">RFC 3339, section 1</a>
 */
public final class Rfc3339 {
  /** A digit for each zero. */
  private static final String PLAIN = "0000-00-00T00:00:00Z";

  private Rfc3339() {}

  /**
   * The time that a text says, with any fraction of a second.
   *
   * @throws DateTimeParseException if it is none
   */
  public static Instant parse(String text) {
    return isPlain(text) ? ofPlain(text) : Instant.parse(checked(text));
  }

  /** Whether it is a whole second of UTC, as nearly all are: a large list has a million of them. */
  private static boolean isPlain(String text) {
    if (text.length() != PLAIN.length()) {
      return false;
    }
    for (int i = 0; i < PLAIN.length(); i++) {
      char asked = PLAIN.charAt(i);
      char given = text.charAt(i);
      if (asked == '0' ? given < '0' || given > '9' : given != asked) {
        return false;
      }
    }
    // Of what is beyond, Java takes 24:00:00 and a leap second, and says what is wrong with the
    // rest.
    return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
  }

  private static Instant ofPlain(String text) {
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    if (month < 1 || month > 12 || day < 1) {
      return Instant.parse(text);
    }
    YearMonth within = YearMonth.of(number(text, 0, 4), month);
    if (day > within.lengthOfMonth()) {
      return Instant.parse(text);
    }
    long hours = within.atDay(day).toEpochDay() * 24 + number(text, 11, 13);
    return Instant.ofEpochSecond((hours * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19));
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /**
   * The text, if its year has no sign: to Java, other years have one.
   *
   * @throws DateTimeParseException if it has
   */
  public static String checked(String text) {
    if (text.startsWith("+") || text.startsWith("-")) {
      throw new DateTimeParseException("expected a year of four digits", text, 0);
    }
    return text;
  }
}
