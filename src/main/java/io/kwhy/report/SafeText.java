package io.kwhy.report;

import io.kwhy.bundle.Printable;

/**
 * Text from a bundle, made fit for a terminal and for a reader's eyes. A pod may be named anything
 * and a log may hold anything: escape sequences that repaint the screen, and marks that turn the
 * direction of reading so that a name looks like another.
 */
public final class SafeText {
  private SafeText() {}

  /** The text with every character that is not plainly visible written as an escape. */
  public static String escape(String text) {
    int first = firstUnsafe(text);
    if (first < 0) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, first);
    text.substring(first).codePoints().forEach(codePoint -> append(safe, codePoint));
    return safe.toString();
  }

  /** Whether every character is plainly visible. */
  static boolean isSafe(String text) {
    return firstUnsafe(text) < 0;
  }

  private static int firstUnsafe(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Printable.isUnsafe(text.codePointAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static void append(StringBuilder safe, int codePoint) {
    if (!Printable.isUnsafe(codePoint)) {
      safe.appendCodePoint(codePoint);
    } else if (codePoint == '\t') {
      safe.append(' ');
    } else if (codePoint == '\n') {
      safe.append("\\n");
    } else if (codePoint == '\r') {
      safe.append("\\r");
    } else {
      safe.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
    }
  }
}
