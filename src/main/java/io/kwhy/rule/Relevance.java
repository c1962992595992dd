package io.kwhy.rule;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rules can match at all, given the facts. A rule is left out only where something that it
 * cannot do without is neither among the facts nor concluded by a rule that can match; so what is
 * concluded stays the same, and a start loads the few rules that a bundle calls for.
 */
final class Relevance {
  /** Types whose first component says which one it is. */
  private static final Map<String, String> IDS =
      Map.of("Symptom", "id", "Finding", "cause", "Harmless", "id", "Past", "id");

  private final Map<String, List<Object>> byType = new HashMap<>();
  private final Map<String, Set<String>> values = new HashMap<>();
  private final Map<String, Set<String>> concluded = new HashMap<>();
  private final IdentityHashMap<Requirement, Boolean> amongFacts = new IdentityHashMap<>();

  private final ClassLoader loader;

  private Relevance(Collection<?> facts, ClassLoader loader) {
    this.loader = loader;
    for (Object fact : facts) {
      byType.computeIfAbsent(fact.getClass().getName(), type -> new ArrayList<>()).add(fact);
    }
  }

  /**
   * Names of the rules that can match.
   *
   * @param loader finds the types that rules name
   */
  static Set<String> relevant(List<RuleEntry> rules, Collection<?> facts, ClassLoader loader) {
    return new Relevance(facts, loader).relevant(rules);
  }

  private Set<String> relevant(List<RuleEntry> rules) {
    Set<String> relevant = new HashSet<>();
    List<RuleEntry> open = new ArrayList<>(rules);
    boolean found = true;
    while (found) {
      found = false;
      List<RuleEntry> left = new ArrayList<>();
      for (RuleEntry rule : open) {
        if (rule.requires().stream().allMatch(this::isMet)) {
          relevant.add(rule.name());
          rule.yields().forEach(this::conclude);
          found = true;
        } else {
          left.add(rule);
        }
      }
      open = left;
    }
    return relevant;
  }

  private void conclude(Yield yield) {
    concluded.computeIfAbsent(yield.type(), type -> new HashSet<>()).add(yield.id());
  }

  private boolean isMet(Requirement requirement) {
    return amongFacts.computeIfAbsent(requirement, this::isAmongFacts) || isConcluded(requirement);
  }

  private boolean isConcluded(Requirement requirement) {
    Set<String> ids = concluded.get(requirement.simpleType());
    if (ids == null) {
      return concluded.containsKey(Yield.ANY);
    }
    boolean byId = requirement.field().equals(IDS.get(requirement.simpleType()));
    return !byId
        || ids.contains(Yield.ANY)
        || requirement.values().stream().anyMatch(ids::contains);
  }

  private boolean isAmongFacts(Requirement requirement) {
    List<Object> facts = byType.get(requirement.type());
    if (facts == null) {
      return isOpen(requirement.type());
    }
    if (requirement.field().isEmpty()) {
      return true;
    }
    Set<String> known =
        values.computeIfAbsent(
            requirement.type() + "." + requirement.field(),
            name -> values(facts, requirement.field()));
    return known.contains(Yield.ANY) || requirement.values().stream().anyMatch(known::contains);
  }

  /** Interfaces stand for whatever implements them, and what is not known for anything. */
  private boolean isOpen(String type) {
    try {
      return Class.forName(type, false, loader).isInterface();
    } catch (ClassNotFoundException e) {
      return true;
    }
  }

  /** What a field holds in any of the facts; what cannot be told may be anything. */
  private static Set<String> values(List<Object> facts, String field) {
    try {
      Method accessor = facts.get(0).getClass().getMethod(field);
      Set<String> values = new HashSet<>();
      for (Object fact : facts) {
        values.add(String.valueOf(accessor.invoke(fact)));
      }
      return values;
    } catch (ReflectiveOperationException e) {
      return Set.of(Yield.ANY);
    }
  }
}
