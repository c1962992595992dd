package io.kwhy.parse.text;

import io.kwhy.bundle.Printable;
import io.kwhy.bundle.redaction.Blanking;
import java.util.Locale;

/** What was met where something else was expected, fit to be printed. */
public final class Found {

  private static final int LONGEST = 60;

  private Found() {}

  /** The text in quotes: short, on one line, without control characters and secrets. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    Blanking.blank(text).codePoints().limit(LONGEST).forEach(point -> append(out, point));
    return out.append(text.codePoints().skip(LONGEST).findAny().isPresent() ? "…\"" : "\"")
        .toString();
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\t') {
      out.append("\\t");
    } else if (Printable.isUnsafe(point) || !Character.isDefined(point)) {
      out.append(String.format(Locale.ROOT, "\\u%04x", point));
    } else {
      out.appendCodePoint(point);
    }
  }
}
