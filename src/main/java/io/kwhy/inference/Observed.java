package io.kwhy.inference;

import io.kwhy.fact.Fact;
import java.util.Objects;

/** The fact is where a symptom shows itself. */
public record Observed(Symptom symptom, Fact fact) {
  public Observed {
    Objects.requireNonNull(symptom);
    Objects.requireNonNull(fact);
  }

  /** Of where the fact is: to hash all of its fields takes longer, and tells hardly more apart. */
  @Override
  public int hashCode() {
    return 31 * symptom.hashCode() + fact.origin().hashCode();
  }
}
