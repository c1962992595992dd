package io.kwhy.parse.host;

import io.kwhy.bundle.Blanking;
import java.util.Locale;

/** What was met where something else was expected, fit to be printed. */
final class Found {

  private static final int LONGEST = 60;

  private Found() {}

  /** The text in quotes: short, on one line, without control characters and secrets. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    Blanking.blank(text).codePoints().limit(LONGEST).forEach(point -> append(out, point));
    return out.append(text.codePoints().skip(LONGEST).findAny().isPresent() ? "…\"" : "\"")
        .toString();
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\t') {
      out.append("\\t");
    } else if (Character.isISOControl(point) || !Character.isDefined(point) || invisible(point)) {
      out.append(String.format(Locale.ROOT, "\\u%04x", point));
    } else {
      out.appendCodePoint(point);
    }
  }

  /** Characters that turn the direction of writing or stand for nothing alone. */
  private static boolean invisible(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
