package io.kwhy.inference;

import java.util.Objects;

/**
 * One of several values that fill {@code {key}} in the text of the finding's card: the report lists
 * them all, sorted.
 */
public record Listed(Finding finding, String key, String value) {
  public Listed {
    Objects.requireNonNull(finding);
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
  }
}
