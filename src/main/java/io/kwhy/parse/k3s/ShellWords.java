package io.kwhy.parse.k3s;

import java.util.ArrayList;
import java.util.List;

/** Splits as a shell and systemd do: by blanks, with quotes and backslashes. */
final class ShellWords {
  private static final char NONE = 0;

  /**
   * A word.
   *
   * @param line how many line breaks stand before it
   */
  record Word(String text, int line) {}

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  /** Whether a word has begun, which may be an empty one in quotes. */
  private boolean open;

  private char quote = NONE;
  private int line;
  private int firstLine;

  private ShellWords(String text) {
    this.text = text;
  }

  /** The words of a line. */
  static List<String> of(String line) {
    return placed(line).stream().map(Word::text).toList();
  }

  /** The words of one command that may go over several lines, each with its line. */
  static List<Word> placed(String command) {
    return new ShellWords(command).all();
  }

  private List<Word> all() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!open && word.isEmpty()) {
        firstLine = line;
      }
      line += c == '\n' ? 1 : 0;
      if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
        open = true;
      } else {
        take(c);
      }
    }
    end();
    return words;
  }

  private void take(char c) {
    if (quote != NONE && c != quote) {
      word.append(c);
    } else if (quote != NONE) {
      quote = NONE;
    } else if (c == '"' || c == '\'') {
      quote = c;
      open = true;
    } else if (Character.isWhitespace(c)) {
      end();
    } else {
      word.append(c);
    }
  }

  private void end() {
    if (open || !word.isEmpty()) {
      words.add(new Word(word.toString(), firstLine));
    }
    word.setLength(0);
    open = false;
  }
}
