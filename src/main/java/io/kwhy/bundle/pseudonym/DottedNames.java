package io.kwhy.bundle.pseudonym;

/** Exchanges the names of hosts in the words of a line, alone and with their domains. */
final class DottedNames {
  /** So many parts, between dots and hyphens, a host's name may have. */
  private static final int PARTS = 8;

  private final HostNames names;

  DottedNames(HostNames names) {
    this.names = names;
  }

  /** Remembers names below the domains of hosts. */
  void learn(String line) {
    if (line.indexOf('.') >= 0) {
      NameWords.replaced(
          line,
          word -> {
            int end = names.covered(word);
            if (end > 0) {
              names.below(word.substring(0, end));
            }
            return word;
          });
    }
  }

  /** The line with other names. */
  String exchanged(String line) {
    return NameWords.replaced(line, this::word);
  }

  private String word(String word) {
    int end = word.indexOf('.') < 0 ? 0 : names.covered(word);
    return end > 0
        ? names.dotted(word.substring(0, end)) + parts(word.substring(end))
        : parts(word);
  }

  /** The longest names first: {@code edge-07} and not {@code edge}. */
  private String parts(String word) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < word.length()) {
      int end = longest(word, at);
      if (end > at) {
        out.append(names.pseudonym(word.substring(at, end)));
      } else {
        end = partEnd(word, at);
        out.append(word, at, end);
      }
      while (end < word.length() && NameWords.isBetween(word.charAt(end))) {
        out.append(word.charAt(end++));
      }
      at = end;
    }
    return out.toString();
  }

  private int longest(String word, int start) {
    int found = start;
    int end = start;
    for (int parts = 0; parts < PARTS && end < word.length(); parts++) {
      end = partEnd(word, parts == 0 ? start : end + 1);
      if (names.isHost(word.substring(start, end))) {
        found = end;
      }
    }
    return found;
  }

  private static int partEnd(String word, int start) {
    int end = start;
    while (end < word.length() && !NameWords.isBetween(word.charAt(end))) {
      end++;
    }
    return end;
  }
}
