package io.kwhy.netfilter.nft;

import java.util.ArrayList;
import java.util.List;

/** Splits an nft listing into words; braces, commas and line ends are words of their own. */
final class Tokens {
  private static final String ALONE = "{},;()";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int line = 1;
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    Tokens tokens = new Tokens(text);
    while (tokens.at < text.length()) {
      tokens.next();
    }
    tokens.add("\n", false);
    return tokens.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      at++;
      add("\n", false);
      line++;
    } else if (c <= ' ') {
      at++;
    } else if (c == '#') {
      comment();
    } else if (c == '"') {
      quoted();
    } else if (ALONE.indexOf(c) >= 0) {
      at++;
      add(String.valueOf(c), false);
    } else {
      word();
    }
  }

  private void add(String word, boolean quoted) {
    tokens.add(new Token(word, quoted, line));
  }

  private void comment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void quoted() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
      end++;
    }
    add(text.substring(at + 1, end), true);
    at = Math.min(text.length(), end + 1);
  }

  private void word() {
    int start = at;
    while (at < text.length()
        && text.charAt(at) > ' '
        && text.charAt(at) != '"'
        && ALONE.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    add(text.substring(start, at), false);
  }
}
