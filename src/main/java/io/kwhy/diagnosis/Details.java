package io.kwhy.diagnosis;

import static java.util.Comparator.comparing;

import io.kwhy.inference.Detail;
import io.kwhy.inference.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.tms.LogicalDependency;
import org.drools.tms.agenda.TruthMaintenanceSystemInternalMatch;
import org.drools.tms.beliefsystem.BeliefSet;
import org.kie.api.runtime.rule.Match;

/**
 * What fills the placeholders of findings' cards, as it was concluded: each time that a rule fires,
 * its details belong together, and a card that named the port of one match and the address of
 * another would be wrong.
 */
final class Details {
  private final Map<Finding, Map<Object, SortedMap<String, String>>> byFiring = new HashMap<>();

  /**
   * The details that hold in the end.
   *
   * @param matches those that fired; what they no longer stand for does not count
   */
  static Details of(Collection<? extends Match> matches) {
    Details details = new Details();
    for (Match match : matches) {
      concludedBy(match).forEach(detail -> details.add(detail, match));
    }
    return details;
  }

  static Details none() {
    return new Details();
  }

  /** What a match stands for; also what others stand for, too. */
  static List<Detail> concludedBy(Match match) {
    List<Detail> concluded = new ArrayList<>();
    if (match instanceof TruthMaintenanceSystemInternalMatch<?> justifier
        && justifier.getLogicalDependencies() != null) {
      LogicalDependency<?> each = justifier.getLogicalDependencies().getFirst();
      for (; each != null; each = each.getNext()) {
        if (each.getJustified() instanceof BeliefSet<?> set
            && set.getFactHandle().getObject() instanceof Detail detail) {
          concluded.add(detail);
        }
      }
    }
    return concluded;
  }

  private void add(Detail detail, Object firing) {
    byFiring
        .computeIfAbsent(detail.finding(), finding -> new IdentityHashMap<>())
        .computeIfAbsent(firing, each -> new TreeMap<>())
        .merge(
            detail.key(), detail.value(), (one, other) -> one.compareTo(other) < 0 ? one : other);
  }

  /**
   * The details of a finding: those of the firing that gives most of them, of several the one that
   * sorts first. What it lacks comes from firings that agree with it, where there are such.
   */
  SortedMap<String, String> of(Finding finding) {
    Collection<SortedMap<String, String>> all = byFiring.getOrDefault(finding, Map.of()).values();
    List<SortedMap<String, String>> sorted =
        all.stream()
            .distinct()
            .sorted(
                comparing((SortedMap<String, String> each) -> -each.size())
                    .thenComparing(Object::toString))
            .toList();
    SortedMap<String, String> filled = new TreeMap<>();
    for (SortedMap<String, String> each : sorted) {
      if (agree(each, filled)) {
        filled.putAll(each);
      }
    }
    sorted.forEach(each -> each.forEach((key, value) -> filled.putIfAbsent(key, value)));
    return filled;
  }

  private static boolean agree(Map<String, String> one, Map<String, String> other) {
    return one.entrySet().stream()
        .allMatch(
            each ->
                Objects.equals(
                    other.getOrDefault(each.getKey(), each.getValue()), each.getValue()));
  }
}
