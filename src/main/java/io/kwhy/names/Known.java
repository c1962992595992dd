package io.kwhy.names;

import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The facts by type, each type's in the order of where they were read. */
final class Known {
  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::origin).thenComparing(Fact::text);

  private final Map<Class<?>, List<Fact>> facts = new LinkedHashMap<>();
  private final Map<Class<?>, List<Fact>> inOrder = new HashMap<>();

  Known(Collection<? extends Fact> all) {
    for (Fact fact : all) {
      facts.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
    }
  }

  /** These and some more. */
  Known with(Collection<? extends Fact> more) {
    List<Fact> all = new ArrayList<>(more);
    facts.values().forEach(all::addAll);
    return new Known(all);
  }

  /** Sorted when first asked for: of most types nobody ever asks. */
  @SuppressWarnings("unchecked") // what is kept under a type is of that type
  <T extends Fact> List<T> all(Class<T> type) {
    return (List<T>)
        inOrder.computeIfAbsent(
            type, key -> facts.getOrDefault(key, List.of()).stream().sorted(ORDER).toList());
  }

  <T extends Fact> List<T> all(Class<T> type, Predicate<T> wanted) {
    return all(type).stream().filter(wanted).toList();
  }

  /** Groups facts by a key, e.g. the host. */
  <T extends Fact> Map<String, List<T>> by(Class<T> type, Function<T, String> key) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    all(type)
        .forEach(fact -> groups.computeIfAbsent(key.apply(fact), k -> new ArrayList<>()).add(fact));
    return groups;
  }

  boolean captured(String source, String node) {
    return all(Captured.class).stream()
        .anyMatch(captured -> captured.source().equals(source) && captured.node().equals(node));
  }
}
