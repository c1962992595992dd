package io.kwhy.diagnosis;

import io.kwhy.diagnosis.Diagnosis.Scope;
import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.NotCaptured;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.Host;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was looked at, as the facts tell. */
final class ScopeOf {
  private static final String HOST = "host";

  private ScopeOf() {}

  static Scope facts(Collection<? extends Fact> facts, int rules) {
    CaptureTime capture =
        facts.stream()
            .filter(CaptureTime.class::isInstance)
            .map(CaptureTime.class::cast)
            .min(Comparator.comparing(CaptureTime::time).thenComparing(CaptureTime::product))
            .orElse(new CaptureTime("", Fact.UNKNOWN_TIME, Origin.of("")));
    SortedMap<String, Integer> counts = new TreeMap<>();
    facts.forEach(fact -> counts.merge(fact.getClass().getSimpleName(), 1, Integer::sum));
    SortedSet<String> hosts = new TreeSet<>();
    SortedSet<String> missing = new TreeSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Captured captured && captured.source().equals(HOST)) {
        hosts.add(captured.node());
      } else if (fact instanceof NotCaptured not && not.source().equals(HOST)) {
        missing.add(not.node());
      }
    }
    for (Fact fact : facts) {
      if (fact instanceof Host host
          && !hosts.contains(host.node())
          && !missing.contains(host.node())) {
        (host.collected() ? hosts : missing).add(host.node());
      }
    }
    return new Scope(
        capture.product(),
        capture.time(),
        List.copyOf(hosts),
        List.copyOf(missing),
        Collections.unmodifiableSortedMap(counts),
        rules);
  }
}
