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
import org.drools.core.common.InternalFactHandle;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * What fills the placeholders of findings' cards, as it was concluded: each time that a rule fires,
 * its details belong together, and a card that named the port of one match and the address of
 * another would be wrong.
 */
final class Details {
  private final Map<Finding, Map<Object, SortedMap<String, String>>> byFiring = new HashMap<>();

  /** The details that hold in a session, each with all the firings that stand for it. */
  static Details of(KieSession session) {
    Details details = new Details();
    for (FactHandle handle : session.getFactHandles(Detail.class::isInstance)) {
      Detail detail = (Detail) ((InternalFactHandle) handle).getObject();
      firings((InternalFactHandle) handle).forEach(firing -> details.add(detail, firing));
    }
    return details;
  }

  static Details none() {
    return new Details();
  }

  private static List<Object> firings(InternalFactHandle handle) {
    List<Object> firings = new ArrayList<>();
    if (handle.getEqualityKey() instanceof TruthMaintenanceSystemEqualityKey key
        && key.getBeliefSet() != null) {
      Object each = key.getBeliefSet().getFirst();
      while (each instanceof SimpleMode mode) {
        firings.add(mode.getObject().getJustifier());
        each = mode.getNext();
      }
    }
    return firings.isEmpty() ? List.of(handle) : firings;
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
                    .thenComparing(SortedMap::toString))
            .toList();
    SortedMap<String, String> filled = new TreeMap<>();
    for (SortedMap<String, String> each : sorted) {
      if (agree(each, filled)) {
        filled.putAll(each);
      }
    }
    sorted.forEach(each -> each.forEach(filled::putIfAbsent));
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
