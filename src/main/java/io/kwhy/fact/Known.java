package io.kwhy.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The facts by type, each type's in the order of their places, as models ask for them. Not for
 * several threads: it remembers what was asked.
 */
public final class Known {
  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::origin).thenComparing(Fact::text);

  private final Map<Class<?>, List<Fact>> byType = new HashMap<>();
  private final Map<Class<?>, List<Fact>> inOrder = new HashMap<>();
  private final Map<Class<?>, Map<String, List<Fact>>> byHost = new HashMap<>();
  private final IdentityHashMap<Fact, Object> made = new IdentityHashMap<>();

  /** Of all facts, in any order. */
  public Known(Collection<? extends Fact> facts) {
    for (Fact fact : facts) {
      byType.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
    }
  }

  /** These and some more; what was put in order stays so. */
  public Known with(Collection<? extends Fact> more) {
    Known with = new Known(more);
    for (Map.Entry<Class<?>, List<Fact>> each : byType.entrySet()) {
      List<Fact> added = with.byType.putIfAbsent(each.getKey(), each.getValue());
      if (added != null) {
        added.addAll(each.getValue());
      } else if (inOrder.containsKey(each.getKey())) {
        with.inOrder.put(each.getKey(), inOrder.get(each.getKey()));
      }
    }
    return with;
  }

  /** All of a type. They are sorted when first asked for: of most types nobody ever asks. */
  @SuppressWarnings("unchecked") // what is kept under a type is of that type
  public <T extends Fact> List<T> all(Class<T> type) {
    return (List<T>)
        inOrder.computeIfAbsent(
            type, key -> byType.getOrDefault(key, List.of()).stream().sorted(ORDER).toList());
  }

  /** Those of a type that are wanted. */
  public <T extends Fact> List<T> all(Class<T> type, Predicate<T> wanted) {
    return all(type).stream().filter(wanted).toList();
  }

  /** The first of those that are wanted. */
  public <T extends Fact> Optional<T> first(Class<T> type, Predicate<T> wanted) {
    return all(type).stream().filter(wanted).findFirst();
  }

  /** All of a type, grouped by a key, groups in the order of their first facts. */
  public <T extends Fact> Map<String, List<T>> by(Class<T> type, Function<T, String> key) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    for (T fact : all(type)) {
      groups.computeIfAbsent(key.apply(fact), unused -> new ArrayList<>()).add(fact);
    }
    return groups;
  }

  /**
   * Those of a host.
   *
   * @param host says which host a fact is of; for a type always the same
   */
  @SuppressWarnings("unchecked") // what is kept under a type is of that type
  public <T extends Fact> List<T> of(Class<T> type, Function<T, String> host, String name) {
    Map<String, List<Fact>> hosts =
        byHost.computeIfAbsent(type, key -> (Map<String, List<Fact>>) (Map<?, ?>) by(type, host));
    return (List<T>) hosts.getOrDefault(name, List.of());
  }

  /**
   * What is made of a fact, made once.
   *
   * @param making of a fact of one type always the same
   */
  @SuppressWarnings("unchecked") // what is kept for a fact was made by the same
  public <F extends Fact, T> T made(F fact, Function<F, T> making) {
    return (T) made.computeIfAbsent(fact, key -> making.apply(fact));
  }

  /** The fact that a source of a host was read in full, if it was. */
  public Optional<Captured> captured(String source, String host) {
    return of(Captured.class, Captured::node, host).stream()
        .filter(captured -> captured.source().equals(source))
        .findFirst();
  }

  /** Whether a source of a host was read in full; of the cluster where the host is {@code ""}. */
  public boolean isCaptured(String source, String host) {
    return captured(source, host).isPresent();
  }
}
