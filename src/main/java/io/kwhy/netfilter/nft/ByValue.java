package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Action;
import io.kwhy.netfilter.Field;
import io.kwhy.netfilter.HostNetwork;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Pattern;
import io.kwhy.netfilter.Truth;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A verdict map.
 *
 * @param exact verdicts of single values
 * @param others verdicts of ranges and the like
 */
record ByValue(Field key, boolean byChance, Map<Object, Action> exact, List<Case> others)
    implements Action.Choose {

  /** A verdict for values of a pattern. */
  record Case(Pattern pattern, Action action) {}

  ByValue {
    exact = Map.copyOf(exact);
    others = List.copyOf(others);
  }

  @Override
  public List<Action> choices(Packet packet, HostNetwork host) {
    Object value = key.read(packet, host);
    if (value == Field.ABSENT) {
      return List.of();
    }
    if (value == Field.UNKNOWN) {
      return all();
    }
    return exact.containsKey(value) ? List.of(exact.get(value)) : possible(value);
  }

  private List<Action> possible(Object value) {
    Set<Action> possible = new LinkedHashSet<>();
    if (Pattern.partlyUnknown(value)) {
      sorted()
          .filter(e -> Pattern.mayBe(e.getKey(), value))
          .forEach(e -> possible.add(e.getValue()));
    }
    for (Case one : others) {
      Truth holds = one.pattern.holds(value);
      if (holds != Truth.NO) {
        possible.add(one.action);
      }
      if (holds == Truth.YES) {
        return List.copyOf(possible);
      }
    }
    if (!possible.isEmpty()) {
      possible.add(new Action.Continue());
    }
    return List.copyOf(possible);
  }

  private Stream<Map.Entry<Object, Action>> sorted() {
    return exact.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<Object, Action> e) -> e.getKey().toString()));
  }

  /** Of a lot every verdict is drawn; of a value that is not known it may be none. */
  private List<Action> all() {
    Set<Action> all = new LinkedHashSet<>();
    sorted().forEach(entry -> all.add(entry.getValue()));
    others.forEach(one -> all.add(one.action));
    if (!byChance) {
      all.add(new Action.Continue());
    }
    return List.copyOf(all);
  }
}
