package io.kwhy.policy;

import io.kwhy.fact.Fact;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts by type, each type's in the order of where they were read. */
final class Facts {
  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::origin).thenComparing(Fact::text);

  private final Collection<? extends Fact> facts;
  private final Map<Class<?>, List<Fact>> byType = new HashMap<>();

  Facts(Collection<? extends Fact> facts) {
    this.facts = facts;
  }

  @SuppressWarnings("unchecked") // what is kept under a type is of that type
  <T extends Fact> List<T> all(Class<T> type) {
    return (List<T>)
        byType.computeIfAbsent(
            type,
            key ->
                facts.stream()
                    .filter(key::isInstance)
                    .map(Fact.class::cast)
                    .sorted(ORDER)
                    .toList());
  }
}
