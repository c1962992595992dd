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

  /** Said here, as is {@link #hashCode}: what a record gets by itself is slow when first used. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Literal literal
        && anyCase == literal.anyCase
        && text.equals(literal.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
