package io.kwhy.reach;

import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The facts by type, each type in the order of their places. */
final class Known {
  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::origin).thenComparing(Fact::text);

  private final Map<Class<?>, List<Fact>> byType = new HashMap<>();
  private final Map<Class<?>, List<Fact>> inOrder = new HashMap<>();
  private final Map<Class<?>, Map<String, List<Fact>>> byHost = new HashMap<>();

  Known(Collection<? extends Fact> facts) {
    for (Fact fact : facts) {
      byType.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
    }
  }

  /** Sorted when first asked for: of most types nobody ever asks. */
  @SuppressWarnings("unchecked") // what is kept under a type is of that type
  <T extends Fact> List<T> all(Class<T> type) {
    return (List<T>)
        inOrder.computeIfAbsent(
            type, key -> byType.getOrDefault(key, List.of()).stream().sorted(ORDER).toList());
  }

  /** Those of a host. */
  <T extends Fact> List<T> of(Class<T> type, Function<T, String> host, String name) {
    return byHost
        .computeIfAbsent(type, key -> grouped(type, host))
        .getOrDefault(name, List.of())
        .stream()
        .map(type::cast)
        .toList();
  }

  private <T extends Fact> Map<String, List<Fact>> grouped(
      Class<T> type, Function<T, String> host) {
    Map<String, List<Fact>> grouped = new HashMap<>();
    for (T fact : all(type)) {
      grouped.computeIfAbsent(host.apply(fact), key -> new ArrayList<>()).add(fact);
    }
    return grouped;
  }

  <T extends Fact> Optional<T> first(Class<T> type, Predicate<T> wanted) {
    return all(type).stream().filter(wanted).findFirst();
  }

  /** The fact that a source of a host was read in full, if it was. */
  Optional<Captured> captured(String source, String host) {
    return of(Captured.class, Captured::node, host).stream()
        .filter(captured -> captured.source().equals(source))
        .findFirst();
  }
}
