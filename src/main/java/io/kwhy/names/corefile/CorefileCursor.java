package io.kwhy.names.corefile;

import java.util.ArrayList;
import java.util.List;

/** A place in the words of a Corefile; before the first of them to begin with. */
final class CorefileCursor {
  private final List<CorefileToken> tokens;
  private int cursor = -1;

  CorefileCursor(List<CorefileToken> tokens) {
    this.tokens = new ArrayList<>(tokens);
  }

  /** Goes to the next word; false if there is none. */
  boolean next() {
    if (cursor < tokens.size() - 1) {
      cursor++;
      return true;
    }
    return false;
  }

  /** Goes to the next word if it is on the same line. */
  boolean nextOnLine() {
    if (cursor < tokens.size() - 1 && follows(tokens.get(cursor), tokens.get(cursor + 1))) {
      cursor++;
      return true;
    }
    return false;
  }

  void back() {
    cursor--;
  }

  /** Whether the word is the first of its line. */
  boolean isNewLine() {
    return cursor < 1 || !follows(tokens.get(cursor - 1), tokens.get(cursor));
  }

  private static boolean follows(CorefileToken before, CorefileToken after) {
    return before.file().equals(after.file()) && before.lastLine() >= after.line();
  }

  /** The word; {@code ""} before the first. */
  String text() {
    return cursor < 0 || cursor >= tokens.size() ? "" : tokens.get(cursor).text();
  }

  CorefileToken current() {
    return tokens.get(cursor);
  }

  /** How many words there are by now. */
  int size() {
    return tokens.size();
  }

  /** Puts others in the place of this word and the one before; the next word is their first. */
  void replaceTwo(List<CorefileToken> others) {
    tokens.subList(cursor - 1, cursor + 1).clear();
    tokens.addAll(cursor - 1, others);
    cursor -= 2;
  }

  /** What Caddy says of this place. */
  CorefileRejectedException rejected(String problem) {
    CorefileToken at =
        tokens.isEmpty()
            ? new CorefileToken("", Corefile.FILE, 0)
            : tokens.get(Math.min(Math.max(cursor, 0), tokens.size() - 1));
    return new CorefileRejectedException(at, problem);
  }
}
