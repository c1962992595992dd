package io.kwhy.netfilter.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A place in a list of words. */
final class Cursor {
  private static final Token END = new Token("\n", false, 0);

  private static final Set<String> STATEMENTS =
      Set.of(
          "accept",
          "drop",
          "return",
          "continue",
          "jump",
          "goto",
          "queue",
          "reject",
          "log",
          "counter",
          "comment",
          "meta",
          "ct",
          "masquerade",
          "snat",
          "dnat",
          "redirect");

  private final List<Token> tokens;
  private int at;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean more() {
    return at < tokens.size();
  }

  /** The word here; a line end behind the last. */
  Token here() {
    return ahead(0);
  }

  Token ahead(int words) {
    return at + words < tokens.size() ? tokens.get(at + words) : END;
  }

  Token next() {
    Token token = here();
    at++;
    return token;
  }

  /** Steps over a word if it stands here. */
  boolean skip(String word) {
    boolean found = here().is(word);
    at += found ? 1 : 0;
    return found;
  }

  void skip(int words) {
    at += words;
  }

  /** Whether a verdict stands here, or the first word of another statement. */
  boolean beginsStatement() {
    return STATEMENTS.contains(here().text());
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  void skipBlank() {
    while (more() && (here().is("\n") || here().is(";"))) {
      at++;
    }
  }

  /** What stands between the brace here and its partner, and steps over both. */
  List<Token> braced() {
    List<Token> inner = new ArrayList<>();
    int depth = 0;
    while (more()) {
      Token token = next();
      depth += token.is("{") ? 1 : 0;
      depth -= token.is("}") ? 1 : 0;
      if (depth == 0) {
        return inner;
      }
      if (depth > 1 || !token.is("{")) {
        inner.add(token);
      }
    }
    return inner;
  }

  /** The words up to the end of a statement; line ends within braces do not count. */
  List<Token> line() {
    List<Token> words = new ArrayList<>();
    int depth = 0;
    while (more() && (depth > 0 || !here().ends())) {
      Token token = next();
      depth += token.is("{") ? 1 : 0;
      depth -= token.is("}") ? 1 : 0;
      words.add(token);
    }
    return words;
  }
}
