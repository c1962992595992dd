package io.kwhy.inference;

import java.util.Objects;

/** A cause holds here. Identity is just these two, so that two matches are one finding. */
public record Finding(String cause, Subject subject) implements Effect {
  public Finding {
    Objects.requireNonNull(cause);
    Objects.requireNonNull(subject);
  }

  @Override
  public String id() {
    return cause;
  }
}
