package io.kwhy.names.corefile;

/**
 * A word of a Corefile.
 *
 * @param file the Corefile, or an imported file
 * @param line from 1, of its first character
 */
public record CorefileToken(String text, String file, int line) {

  /** The last line it reaches: a quoted word may have several. */
  int lastLine() {
    return line + (int) text.chars().filter(character -> character == '\n').count();
  }

  boolean opens() {
    return text.equals("{");
  }

  boolean closes() {
    return text.equals("}");
  }
}
