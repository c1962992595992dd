package io.kwhy.workload;

import io.kwhy.fact.EditDistance;
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
        || EditDistance.between(a, b) <= Math.max(1, shorter / 4);
  }
}
