package io.kwhy.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a line may not be broken in: pieces between two blanks, each in its look.
 *
 * @param blanks how many stand before it
 */
record Word(int blanks, List<Run> pieces) {

  /** Columns that it takes, without the blanks before it. */
  int length() {
    int length = 0;
    for (Run piece : pieces) {
      length += piece.text().codePointCount(0, piece.text().length());
    }
    return length;
  }

  /** The runs of a paragraph, cut at blanks. A word may span runs: a name and the full stop. */
  static List<Word> split(List<Run> runs) {
    List<Word> words = new ArrayList<>();
    List<Run> pieces = new ArrayList<>();
    int blanks = 0;
    for (Run run : runs) {
      String text = run.text();
      int at = 0;
      while (at < text.length()) {
        int end = skip(text, at, text.charAt(at) == ' ');
        if (text.charAt(at) != ' ') {
          pieces.add(new Run(run.style(), text.substring(at, end)));
        } else {
          if (!pieces.isEmpty()) {
            words.add(new Word(blanks, List.copyOf(pieces)));
            pieces.clear();
            blanks = 0;
          }
          blanks += end - at;
        }
        at = end;
      }
    }
    if (!pieces.isEmpty()) {
      words.add(new Word(blanks, List.copyOf(pieces)));
    }
    return words;
  }

  private static int skip(String text, int from, boolean overBlanks) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ') == overBlanks) {
      at++;
    }
    return at;
  }
}
