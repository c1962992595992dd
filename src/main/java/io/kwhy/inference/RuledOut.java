package io.kwhy.inference;

import io.kwhy.fact.Fact;
import java.util.Objects;

/** The cause was looked for, and this fact shows that it does not hold. */
public record RuledOut(String cause, Subject subject, Fact fact) {
  public RuledOut {
    Objects.requireNonNull(cause);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(fact);
  }

  /** Of where the fact is: to hash all of its fields takes longer, and tells hardly more apart. */
  @Override
  public int hashCode() {
    return 31 * (31 * cause.hashCode() + subject.hashCode()) + fact.origin().hashCode();
  }
}
