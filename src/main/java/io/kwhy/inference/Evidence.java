package io.kwhy.inference;

import io.kwhy.fact.Fact;
import java.util.Objects;

/** The fact is a reason to believe the finding. */
public record Evidence(Finding finding, Fact fact, Weight weight) {
  public Evidence {
    Objects.requireNonNull(finding);
    Objects.requireNonNull(fact);
    Objects.requireNonNull(weight);
  }

  /** Of where the fact is: to hash all of its fields takes longer, and tells hardly more apart. */
  @Override
  public int hashCode() {
    return 31 * finding.hashCode() + fact.origin().hashCode();
  }
}
