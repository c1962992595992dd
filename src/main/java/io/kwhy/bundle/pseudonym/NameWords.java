package io.kwhy.bundle.pseudonym;

import java.util.Locale;
import java.util.function.Function;

/**
 * Finds the words of a line that may be names of hosts. A name ends where something else than a
 * letter or digit is, so that {@code kube-proxy-w1} and {@code w1.node-password.k3s} hold {@code
 * w1}.
 */
final class NameWords {
  private NameWords() {}

  /**
   * The line with other words.
   *
   * @param other for a run of letters, digits, dots, hyphens and underscores
   */
  static String replaced(String line, Function<String, String> other) {
    StringBuilder out = null;
    int done = 0;
    int at = 0;
    int end = line.length();
    while (at < end) {
      if (!isPart(line.charAt(at))) {
        at++;
        continue;
      }
      int from = afterEscape(line, at);
      int to = from;
      while (to < end && isPart(line.charAt(to))) {
        to++;
      }
      if (from < to) {
        String word = line.substring(from, to);
        String others = other.apply(word);
        if (!others.equals(word)) {
          out = out == null ? new StringBuilder(end + 32) : out;
          out.append(line, done, from).append(others);
          done = to;
        }
      }
      at = Math.max(to, at + 1);
    }
    return out == null ? line : out.append(line, done, end).toString();
  }

  /** In JSON a line's end is written {@code \n}, and that n is no part of a word. */
  private static int afterEscape(String line, int at) {
    if (at == 0 || line.charAt(at - 1) != '\\') {
      return at;
    }
    char escaped = line.charAt(at);
    if (escaped == 'n' || escaped == 't' || escaped == 'r') {
      return at + 1;
    }
    boolean code =
        escaped == 'u'
            && line.length() > at + 4
            && line.substring(at + 1, at + 5).toLowerCase(Locale.ROOT).matches("[0-9a-f]{4}");
    return code ? at + 5 : at;
  }

  static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '_';
  }

  static boolean isBetween(char c) {
    return c == '.' || c == '-' || c == '_';
  }
}
