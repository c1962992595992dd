package io.kwhy.bundle.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords in URLs: {@code postgres://k3s:hush@db/k3s}. Quotes, slashes and further {@code @} may
 * be part of one. Where it ends is looked for by hand: a pattern would need a stack as deep as the
 * text is long.
 */
final class Logins {
  private static final Pattern START = Pattern.compile("://[^/\\s:@\"']*:");

  /** What a URL parser says of a password that it took for a port. */
  private static final Pattern TAKEN_FOR_PORT =
      Pattern.compile("(invalid port \\\\*\":)[^\"\\\\]*");

  /** A quote before one of these ends a value. */
  private static final String AFTER_VALUE = ",:}]";

  private Logins() {}

  /** The text, marks in the place of passwords. */
  static String without(String text) {
    Matcher start = START.matcher(text);
    StringBuilder out = new StringBuilder();
    int kept = 0;
    while (start.find()) {
      int end = endOfValue(text, start.end());
      int at = text.lastIndexOf('@', end - 1);
      if (at > start.end()) {
        out.append(text, kept, start.end()).append(Blanking.MARK);
        kept = at;
      }
      start.region(end, text.length());
    }
    if (kept == 0) {
      return text;
    }
    out.append(text, kept, text.length());
    return TAKEN_FOR_PORT.matcher(out).replaceAll("$1" + Blanking.MARK);
  }

  private static int endOfValue(String text, int from) {
    int end = from;
    while (end < text.length() && !isEnd(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    if (c != '"' && c != '\'') {
      return Character.isWhitespace(c);
    }
    return at + 1 < text.length()
        && (Character.isWhitespace(text.charAt(at + 1))
            || AFTER_VALUE.indexOf(text.charAt(at + 1)) >= 0);
  }
}
