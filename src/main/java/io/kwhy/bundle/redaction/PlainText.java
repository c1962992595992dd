package io.kwhy.bundle.redaction;

import java.util.stream.Stream;

/**
 * Texts without any trace of a secret that {@link Redaction} would find, which most texts of a
 * cluster are: one look at each letter, and no text of its own.
 */
final class PlainText {
  /** How secrets begin that are known by their form, and what holds some; in small letters. */
  private static final char[][][] SECRETS =
      byLetter(
          "\n", "@", "&", "?", "---", "-t ", "-t=", "k10", "eyj", "akia", "asia", "xox", "ghp_",
          "gho_", "ghu_", "ghs_", "ghr_");

  /** What announces one, if a colon, an equals sign or a space is there too. */
  private static final char[][][] WORDS = byLetter(SecretName.traces().toArray(String[]::new));

  private PlainText() {}

  /** Whether there is nothing to look for. */
  static boolean is(String text) {
    return is(text.toCharArray(), 0, text.length());
  }

  /** Whether there is nothing to look for in that many letters from that one on. */
  static boolean is(char[] text, int from, int length) {
    int end = from + length;
    boolean word = false;
    boolean value = false;
    for (int i = from; i < end; i++) {
      char letter = text[i];
      if (letter >= SECRETS.length) {
        continue;
      }
      value = value || letter == ':' || letter == '=' || letter <= ' ';
      word = word || (WORDS[letter] != null && begins(WORDS[letter], text, i, end));
      if ((word && value) || (SECRETS[letter] != null && begins(SECRETS[letter], text, i, end))) {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(char[][] traces, char[] text, int at, int end) {
    for (char[] trace : traces) {
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

  /** The same by their first letter, small or not. */
  private static char[][][] byLetter(String... traces) {
    char[][][] all = new char[128][][];
    for (char letter = 0; letter < all.length; letter++) {
      char small = Character.toLowerCase(letter);
      char[][] begun =
          Stream.of(traces)
              .filter(trace -> trace.charAt(0) == small)
              .map(String::toCharArray)
              .toArray(char[][]::new);
      all[letter] = begun.length == 0 ? null : begun;
    }
    return all;
  }
}
