package io.kwhy.bundle;

import java.util.Locale;

/** Text from an input made fit for one line of a message: no control over the terminal, bounded. */
public final class Printable {
  /** Longer names say no more. */
  private static final int NAME_LENGTH = 200;

  /** A message of a command fits, with an address or two in it. */
  private static final int TEXT_LENGTH = 500;

  private Printable() {}

  /** A name of anything. */
  public static String name(String raw) {
    return escaped(raw, NAME_LENGTH);
  }

  /** What somebody says, in one line. */
  public static String text(String raw) {
    return escaped(raw, TEXT_LENGTH);
  }

  /** Whether nothing in it has to be escaped. */
  static boolean isPlain(String raw) {
    return raw.codePoints().noneMatch(Printable::isUnsafe);
  }

  private static String escaped(String raw, int length) {
    if (raw.length() <= length && isPlain(raw)) {
      return raw;
    }
    StringBuilder safe = new StringBuilder();
    int at = 0;
    while (at < raw.length() && safe.length() < length) {
      int point = raw.codePointAt(at);
      if (isUnsafe(point)) {
        safe.append(String.format(Locale.ROOT, "\\u%04x", point));
      } else {
        safe.appendCodePoint(point);
      }
      at += Character.charCount(point);
    }
    return at < raw.length() ? safe.append('…').toString() : safe.toString();
  }

  /**
   * Whether a character is not plainly visible: controls, and what reorders, joins or breaks the
   * text around it.
   */
  public static boolean isUnsafe(int point) {
    if (point < 0x7f) {
      return point < ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
