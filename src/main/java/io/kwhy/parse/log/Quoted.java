package io.kwhy.parse.log;

import io.kwhy.bundle.Printable;
import io.kwhy.bundle.redaction.SecretWords;
import java.util.Locale;

/** Makes text from a log fit to be shown: without secrets, in one line, not too long. */
final class Quoted {
  private static final int LONGEST = 400;

  private Quoted() {}

  /** At most 400 characters; secrets and control characters are replaced. */
  static String of(String text) {
    String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String blanked = SecretWords.without(start);
    StringBuilder quoted = new StringBuilder();
    blanked.strip().codePoints().limit(LONGEST + 1L).forEach(c -> append(quoted, c));
    return quoted.codePointCount(0, quoted.length()) > LONGEST
        ? quoted.substring(0, quoted.offsetByCodePoints(0, LONGEST - 1)) + "…"
        : quoted.toString();
  }

  /** Line breaks and tabs stand as programs write them into their own quotes. */
  private static void append(StringBuilder quoted, int c) {
    if (c == '\n') {
      quoted.append("\\n");
    } else if (c == '\t') {
      quoted.append("\\t");
    } else if (Printable.isUnsafe(c)) {
      quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      quoted.appendCodePoint(c);
    }
  }
}
