package io.kwhy.bundle;

/**
 * Texts that by their letters alone cannot hold a secret that {@link Redaction} would find, which
 * most texts of a cluster are: times, identities, names, addresses, words.
 */
final class PlainText {
  /** {@code 2026-11-23T05:00:00Z}. */
  private static final int TIME = 20;

  private PlainText() {}

  /**
   * Whether there is nothing to look for: keys and tokens have capitals with digits, dots or
   * underscores, and what is named or sent has spaces, quotes or signs.
   */
  static boolean is(String text) {
    boolean capitals = false;
    boolean others = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        capitals = true;
      } else if ((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '/') {
        others = true;
      } else if (c < 'a' || c > 'z') {
        return isTime(text);
      }
    }
    if (capitals) {
      return others ? isTime(text) : !text.contains("AKIA") && !text.contains("ASIA");
    }
    return !text.contains("xox");
  }

  private static boolean isTime(String text) {
    if (text.length() != TIME || text.charAt(10) != 'T' || text.charAt(TIME - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < TIME - 1; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '-' && c != ':' && c != 'T') {
        return false;
      }
    }
    return true;
  }
}
