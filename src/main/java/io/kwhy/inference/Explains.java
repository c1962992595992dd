package io.kwhy.inference;

import java.util.Objects;

/** The finding brings about the effect: a symptom, or a finding further down the chain. */
public record Explains(Finding finding, Effect effect) {
  public Explains {
    Objects.requireNonNull(finding);
    Objects.requireNonNull(effect);
  }
}
