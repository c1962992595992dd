package io.kwhy.inference;

import io.kwhy.fact.Fact;
import java.util.Objects;

/** Looks wrong, is not. */
public record Harmless(String id, Subject subject, Fact fact) {
  public Harmless {
    Objects.requireNonNull(id);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(fact);
  }

  /** Of where the fact is: to hash all of its fields takes longer, and tells hardly more apart. */
  @Override
  public int hashCode() {
    return 31 * (31 * id.hashCode() + subject.hashCode()) + fact.origin().hashCode();
  }
}
