package io.kwhy.parse.log;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Plain text that a line must hold before a regular expression is worth trying.
 *
 * @param text printable ASCII; lower case where {@code anyCase}
 */
record Literal(String text, boolean anyCase) {
  Literal {
    text = anyCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  int length() {
    return text.length();
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
