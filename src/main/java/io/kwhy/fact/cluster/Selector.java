package io.kwhy.fact.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which objects a selector picks by their labels.
 *
 * @param labels labels that must be there with these values
 * @param expressions further conditions; all must hold
 */
public record Selector(SortedMap<String, String> labels, List<Requirement> expressions) {
  /** Picks everything, as an empty selector does where one is given. */
  public static final Selector EVERYTHING = new Selector(Collections.emptySortedMap(), List.of());

  public Selector {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    expressions = List.copyOf(expressions);
  }

  /**
   * One condition on a label.
   *
   * @param operator In, NotIn, Exists, DoesNotExist
   */
  public record Requirement(String key, String operator, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }

    /** Whether an object with these labels meets it; one of an operator unknown here does not. */
    public boolean holds(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        case "DoesNotExist" -> value == null;
        default -> false;
      };
    }

    @Override
    public String toString() {
      return switch (operator) {
        case "Exists" -> key;
        case "DoesNotExist" -> "!" + key;
        default ->
            key + " " + operator.toLowerCase(Locale.ROOT) + " (" + String.join(",", values) + ")";
      };
    }
  }

  /** Whether it picks whatever it is asked about. */
  public boolean isEmpty() {
    return labels.isEmpty() && expressions.isEmpty();
  }

  /** Whether it picks an object with these labels. */
  public boolean matches(Map<String, String> others) {
    return labels.entrySet().stream().allMatch(e -> e.getValue().equals(others.get(e.getKey())))
        && expressions.stream().allMatch(each -> each.holds(others));
  }

  /** As kubectl takes it: {@code app=web,tier in (a,b)}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    labels.forEach((key, value) -> parts.add(key + "=" + value));
    expressions.forEach(each -> parts.add(each.toString()));
    return String.join(",", parts);
  }
}
