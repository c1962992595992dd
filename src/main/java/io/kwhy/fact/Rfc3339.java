package io.kwhy.fact;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Times as the API, Go's programs and bundles write them. Years have four digits there; a time that
 * is farther away fits an {@link Instant}, but can be neither reckoned with nor shown.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-1">RFC 3339, section 1</a>
 */
public final class Rfc3339 {
  private Rfc3339() {}

  /**
   * The time that a text says, with any fraction of a second.
   *
   * @throws DateTimeParseException if it is none
   */
  public static Instant parse(String text) {
    return Instant.parse(checked(text));
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
