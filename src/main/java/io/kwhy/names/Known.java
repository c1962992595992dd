package io.kwhy.names;

import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The facts by type, each type's in the order of where they were read. */
final class Known {
  private final Map<Class<?>, List<Fact>> facts = new LinkedHashMap<>();

  Known(Collection<? extends Fact> all) {
    all.stream()
        .sorted(Comparator.comparing(Fact::origin).thenComparing(Fact::text))
        .forEach(
            fact -> facts.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact));
  }

  /** These and some more. */
  Known with(Collection<? extends Fact> more) {
    List<Fact> all = new ArrayList<>(more);
    facts.values().forEach(all::addAll);
    return new Known(all);
  }

  <T extends Fact> List<T> all(Class<T> type) {
    return facts.getOrDefault(type, List.of()).stream().map(type::cast).toList();
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
