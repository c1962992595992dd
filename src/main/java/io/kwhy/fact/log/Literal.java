package io.kwhy.fact.log;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Plain text that a line must hold before a regular expression is worth trying.
 *
 * @param text printable ASCII; lower case where {@code anyCase}
 */
public record Literal(String text, boolean anyCase) {
  public Literal {
    text = anyCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  /** How many characters, and bytes, it has. */
  public int length() {
    return text.length();
  }

  /** As it stands in a log. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
