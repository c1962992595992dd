package io.kwhy.inference;

import java.util.Objects;

/** On its way the subject passed all stages before this one, and not this one. */
public record StoppedAt(Subject subject, Stage stage) {
  public StoppedAt {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(stage);
  }
}
