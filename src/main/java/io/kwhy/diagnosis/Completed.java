package io.kwhy.diagnosis;

import io.kwhy.diagnosis.Diagnosis.Quarantined;
import io.kwhy.fact.Fact;
import java.util.List;
import java.util.Set;

/**
 * Facts, and after them what the models make of them.
 *
 * @param failed models that failed; what they would have made is missing
 * @param missing types of which facts may be missing for that
 */
public record Completed(
    List<Fact> facts, List<Quarantined> failed, Set<Class<? extends Fact>> missing) {
  public Completed {
    facts = List.copyOf(facts);
    failed = List.copyOf(failed);
    missing = Set.copyOf(missing);
  }
}
