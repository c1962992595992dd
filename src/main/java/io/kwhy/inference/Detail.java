package io.kwhy.inference;

import java.util.Objects;

/** Fills {@code {key}} in the text and the commands of the finding's card. */
public record Detail(Finding finding, String key, String value) {
  public Detail {
    Objects.requireNonNull(finding);
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
  }
}
