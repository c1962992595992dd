package io.kwhy.bundle.redaction;

/** Words that may announce a secret. A line without any is not searched by regular expressions. */
final class TellingWords {
  private static final String[][] BY_LETTER = byLetter();

  private TellingWords() {}

  /** Whether one is; in most lines none is. */
  static boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char first = text.charAt(i);
      if (first < BY_LETTER.length) {
        for (String word : BY_LETTER[first]) {
          if (text.regionMatches(true, i, word, 0, word.length())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** By their first letter, small or not. */
  private static String[][] byLetter() {
    String[][] all = new String[128][];
    for (char letter = 0; letter < all.length; letter++) {
      char small = Character.toLowerCase(letter);
      all[letter] =
          SecretName.traces().stream()
              .filter(word -> word.charAt(0) == small)
              .toArray(String[]::new);
    }
    return all;
  }
}
