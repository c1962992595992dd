package io.kwhy.workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** In how many of some names each of their parts is. */
final class NameParts {
  private final Map<String, Integer> counts = new HashMap<>();

  private NameParts() {}

  static NameParts of(Stream<String> names) {
    NameParts parts = new NameParts();
    names
        .distinct()
        .flatMap(name -> of(name).stream())
        .forEach(part -> parts.counts.merge(part, 1, Integer::sum));
    return parts;
  }

  private static Set<String> of(String name) {
    return new TreeSet<>(List.of(name.split("[-_.]")));
  }

  /**
   * The parts of one of the names that no other has: {@code shop-cart} among {@code shop-…} is
   * cart.
   */
  Set<String> distinguishing(String name) {
    Set<String> parts = of(name);
    parts.removeIf(part -> counts.getOrDefault(part, 0) > 1);
    return parts.isEmpty() ? Set.of(name) : parts;
  }
}
