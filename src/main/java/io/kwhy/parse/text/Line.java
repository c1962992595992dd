package io.kwhy.parse.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of an entry.
 *
 * @param number from 1
 * @param text without its end of line
 */
public record Line(int number, String text) {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Whether it has no word. */
  public boolean blank() {
    return text.isBlank();
  }

  boolean isComment() {
    return text.stripLeading().startsWith("#");
  }

  /** Whether it continues the line above, as indented lines of {@code ip} do. */
  public boolean indented() {
    return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
  }

  /** What stands between spaces; nothing for a blank line. */
  public List<String> words() {
    return blank() ? List.of() : List.of(SPACES.split(text.strip()));
  }

  /** Up to that many columns; the last one keeps its spaces. */
  public List<String> columns(int most) {
    return blank() ? List.of() : List.of(SPACES.split(text.strip(), most));
  }

  /** The problem that this line is something else than expected, for a gap. */
  public String insteadOf(String expected) {
    return "expected " + expected + ", found " + Found.quoted(text.strip());
  }
}
