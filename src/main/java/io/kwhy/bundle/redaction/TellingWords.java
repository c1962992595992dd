package io.kwhy.bundle.redaction;

import java.util.List;

/** Words that may announce a secret. A line without any is not searched by regular expressions. */
final class TellingWords {
  private static final List<String> WITH_T = List.of("token");
  private static final List<String> WITH_P = List.of("pass", "psk");
  private static final List<String> WITH_S = List.of("secret");
  private static final List<String> WITH_K = List.of("key");
  private static final List<String> WITH_A = List.of("auth");
  private static final List<String> WITH_B = List.of("bearer");
  private static final List<String> WITH_C = List.of("cred", "cookie");

  private TellingWords() {}

  /** Whether one is; in most lines none is. */
  static boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      for (String word : telling(text.charAt(i))) {
        if (text.regionMatches(true, i, word, 0, word.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** By their first letter. */
  private static List<String> telling(char first) {
    return switch (first) {
      case 't', 'T' -> WITH_T;
      case 'p', 'P' -> WITH_P;
      case 's', 'S' -> WITH_S;
      case 'k', 'K' -> WITH_K;
      case 'a', 'A' -> WITH_A;
      case 'b', 'B' -> WITH_B;
      case 'c', 'C' -> WITH_C;
      default -> List.of();
    };
  }
}
