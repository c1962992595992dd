package io.kwhy.netfilter.iptables;

import java.util.ArrayList;
import java.util.List;

/** The words of a line that iptables-save quotes: double quotes around, backslashes within. */
final class QuotedWords {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private int at;

  private QuotedWords(String line) {
    this.line = line;
  }

  static List<String> of(String line) {
    QuotedWords words = new QuotedWords(line);
    while (words.more()) {
      words.words.add(words.word());
    }
    return words.words;
  }

  private boolean more() {
    while (at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
    return at < line.length();
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (; at < line.length() && (quoted || line.charAt(at) > ' '); at++) {
      char c = line.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted && at + 1 < line.length()) {
        at++;
        word.append(line.charAt(at));
      } else {
        word.append(c);
      }
    }
    return word.toString();
  }
}
