package io.kwhy.bundle;

import java.util.List;

/**
 * Texts without any trace of a secret that {@link Redaction} would find, which most texts of a
 * cluster are: one look at each letter, and no text of its own.
 */
final class PlainText {
  /** How what may be or announce a secret begins, in small letters. */
  private static final List<String> TRACES =
      List.of(
          "\n", "@", "&", "?", "---", "-t ", "-t=", "k10", "eyj", "akia", "asia", "xox", "ghp_",
          "gho_", "ghu_", "ghs_", "ghr_", "token", "pass", "psk", "secret", "key", "auth", "bearer",
          "cred", "cookie");

  /** The same by their first letter. */
  private static final char[][][] BY_LETTER = byLetter();

  private PlainText() {}

  /** Whether there is nothing to look for. */
  static boolean is(String text) {
    return is(text.toCharArray(), 0, text.length());
  }

  /** Whether there is nothing to look for in that many letters from that one on. */
  static boolean is(char[] text, int from, int length) {
    int end = from + length;
    for (int i = from; i < end; i++) {
      char letter = text[i];
      if (letter < BY_LETTER.length && BY_LETTER[letter] != null && begins(text, i, end)) {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(char[] text, int at, int end) {
    for (char[] trace : BY_LETTER[text[at]]) {
      if (at + trace.length <= end && isAt(trace, text, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(char[] trace, char[] text, int at) {
    for (int i = 1; i < trace.length; i++) {
      char letter = text[at + i];
      if (letter != trace[i] && (letter | 0x20) != trace[i]) {
        return false;
      }
    }
    return true;
  }

  private static char[][][] byLetter() {
    char[][][] all = new char[128][][];
    for (char letter = 0; letter < all.length; letter++) {
      char small = Character.toLowerCase(letter);
      List<String> traces = TRACES.stream().filter(it -> it.charAt(0) == small).toList();
      all[letter] =
          traces.isEmpty() ? null : traces.stream().map(String::toCharArray).toArray(char[][]::new);
    }
    return all;
  }
}
