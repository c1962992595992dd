package io.kwhy.inference;

import java.time.Instant;
import java.util.Objects;

/**
 * When the subject had passed a stage on its way.
 *
 * @param time UTC
 */
public record Reached(Subject subject, Stage stage, Instant time) {
  public Reached {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(stage);
    Objects.requireNonNull(time);
  }
}
