package io.kwhy.workload;

import java.util.Locale;

/** How much two words resemble each other. */
final class Likeness {
  private Likeness() {}

  /** Whether one is likely meant where the other stands: a letter or two off, or part of it. */
  static boolean close(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int shorter = Math.min(a.length(), b.length());
    if (shorter == 0) {
      return false;
    }
    return a.equals(b)
        || (shorter >= 3 && (a.contains(b) || b.contains(a)))
        || distance(a, b) <= Math.max(1, shorter / 4);
  }

  /** Letters to change, add or drop. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
