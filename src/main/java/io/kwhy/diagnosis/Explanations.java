package io.kwhy.diagnosis;

import io.kwhy.inference.Effect;
import io.kwhy.inference.Explains;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Symptom;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What brings about what. Findings that explain each other in a circle are broken up at the one
 * that sorts first, so that one of them stays a root.
 */
final class Explanations {
  static final Comparator<Effect> ORDER =
      Comparator.<Effect, Boolean>comparing(Finding.class::isInstance)
          .thenComparing(Effect::id)
          .thenComparing(Effect::subject);

  private final SortedMap<Finding, SortedSet<Effect>> effects = new TreeMap<>(ORDER);
  private final SortedMap<Effect, SortedSet<Finding>> explainers = new TreeMap<>(ORDER);
  private final Map<Finding, SortedSet<Effect>> reached = new TreeMap<>(ORDER);
  private final SortedSet<Finding> roots = new TreeSet<>(ORDER);

  /** What is explained counts only where it is there to be explained. */
  Explanations(
      Collection<Finding> findings, Collection<Symptom> symptoms, Collection<Explains> explains) {
    findings.forEach(finding -> effects.put(finding, new TreeSet<>(ORDER)));
    Set<Effect> present = new HashSet<>(findings);
    present.addAll(symptoms);
    for (Explains each : explains) {
      boolean ofItself = each.finding().equals(each.effect());
      if (effects.containsKey(each.finding()) && present.contains(each.effect()) && !ofItself) {
        effects.get(each.finding()).add(each.effect());
        explainers
            .computeIfAbsent(each.effect(), effect -> new TreeSet<>(ORDER))
            .add(each.finding());
      }
    }
    findRoots();
  }

  /** Findings that nothing explains. */
  SortedSet<Finding> roots() {
    return roots;
  }

  /** What a finding brings about, directly or through others. */
  SortedSet<Effect> effectsOf(Finding finding) {
    return reached.computeIfAbsent(finding, this::reach);
  }

  private SortedSet<Effect> reach(Finding finding) {
    SortedSet<Effect> found = new TreeSet<>(ORDER);
    Deque<Finding> open = new ArrayDeque<>(List.of(finding));
    while (!open.isEmpty()) {
      for (Effect effect : effects.getOrDefault(open.pop(), new TreeSet<>(ORDER))) {
        if (found.add(effect) && effect instanceof Finding next) {
          open.push(next);
        }
      }
    }
    found.remove(finding);
    return Collections.unmodifiableSortedSet(found);
  }

  /** Findings that bring about a finding, directly or through others. */
  private Set<Finding> behind(Finding finding) {
    Set<Finding> found = new HashSet<>();
    Deque<Finding> open = new ArrayDeque<>(List.of(finding));
    while (!open.isEmpty()) {
      for (Finding explainer : explainersOf(open.pop())) {
        if (found.add(explainer)) {
          open.push(explainer);
        }
      }
    }
    found.remove(finding);
    return found;
  }

  /** Findings that directly bring about an effect. */
  List<Finding> explainersOf(Effect effect) {
    return List.copyOf(explainers.getOrDefault(effect, new TreeSet<>(ORDER)));
  }

  /** How many symptoms a finding brings about, directly or through others. */
  long symptomsOf(Finding finding) {
    return effectsOf(finding).stream().filter(Symptom.class::isInstance).count();
  }

  /** A finding is a root where whatever explains it is explained by it in turn. */
  private void findRoots() {
    SortedSet<Effect> settled = new TreeSet<>(ORDER);
    for (Finding finding : effects.keySet()) {
      boolean explained =
          behind(finding).stream().anyMatch(other -> !effectsOf(finding).contains(other));
      if (!explained && !settled.contains(finding)) {
        roots.add(finding);
        settled.addAll(effectsOf(finding));
      }
    }
  }
}
