package io.kwhy.rule.selection;

import io.kwhy.rule.contents.Requirement;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.contents.Yield;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which rules can match at all, given the facts. A rule is left out only where something that it
 * cannot do without is neither among the facts nor concluded by a rule that can match; so what is
 * concluded stays the same, and a start loads the few rules that a bundle calls for.
 */
public final class Relevance {
  /** Types whose first component says which one it is. */
  private static final Map<String, String> IDS =
      Map.of("Symptom", "id", "Finding", "cause", "Harmless", "id", "Past", "id");

  private final Map<String, FactTable> facts = new HashMap<>();
  private final Map<String, Set<String>> concluded = new HashMap<>();
  private final IdentityHashMap<Requirement, Boolean> amongFacts = new IdentityHashMap<>();

  private final Predicate<String> isOpen;

  private Relevance(Collection<?> facts, Predicate<String> isOpen) {
    this.isOpen = isOpen;
    Map<String, List<Object>> byType = new HashMap<>();
    for (Object fact : facts) {
      byType.computeIfAbsent(fact.getClass().getName(), type -> new ArrayList<>()).add(fact);
    }
    byType.forEach((type, all) -> this.facts.put(type, new FactTable(all)));
  }

  /**
   * Names of the rules that can match.
   *
   * @param isOpen whether facts of other types stand for one that rules name, too
   */
  public static Set<String> relevant(
      List<RuleEntry> rules, Collection<?> facts, Predicate<String> isOpen) {
    return new Relevance(facts, isOpen).relevant(rules);
  }

  private Set<String> relevant(List<RuleEntry> rules) {
    Set<String> relevant = new HashSet<>();
    List<RuleEntry> open = withinReach(rules);
    boolean found = true;
    while (found) {
      found = false;
      List<RuleEntry> left = new ArrayList<>();
      for (RuleEntry rule : open) {
        if (canMatch(rule)) {
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

  /** Without those that need what is not among the facts, and no rule concludes the like of it. */
  private List<RuleEntry> withinReach(List<RuleEntry> rules) {
    Set<String> concludable = new HashSet<>();
    rules.forEach(rule -> rule.yields().forEach(yield -> concludable.add(yield.type())));
    if (concludable.contains(Yield.ANY)) {
      return rules;
    }
    List<RuleEntry> within = new ArrayList<>();
    for (RuleEntry rule : rules) {
      if (isWithinReach(rule, concludable)) {
        within.add(rule);
      }
    }
    return within;
  }

  private boolean isWithinReach(RuleEntry rule, Set<String> concludable) {
    for (Requirement requirement : rule.requires()) {
      if (!isInFacts(requirement) && !concludable.contains(requirement.simpleType())) {
        return false;
      }
    }
    return true;
  }

  private boolean canMatch(RuleEntry rule) {
    for (Requirement requirement : rule.requires()) {
      if (!isMet(requirement)) {
        return false;
      }
    }
    return true;
  }

  private void conclude(Yield yield) {
    concluded.computeIfAbsent(yield.type(), type -> new HashSet<>()).add(yield.id());
  }

  private boolean isMet(Requirement requirement) {
    return isInFacts(requirement) || isConcluded(requirement);
  }

  private boolean isInFacts(Requirement requirement) {
    return amongFacts.computeIfAbsent(requirement, this::isAmongFacts);
  }

  private boolean isConcluded(Requirement requirement) {
    Set<String> ids = concluded.get(requirement.simpleType());
    if (ids == null) {
      return concluded.containsKey(Yield.ANY);
    }
    String id = IDS.get(requirement.simpleType());
    for (Requirement.Field field : requirement.fields()) {
      if (field.name().equals(id) && !ids.contains(Yield.ANY) && !field.fitsAny(ids)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAmongFacts(Requirement requirement) {
    FactTable table = facts.get(requirement.type());
    return table == null ? isOpen.test(requirement.type()) : table.hasOne(requirement.fields());
  }
}
