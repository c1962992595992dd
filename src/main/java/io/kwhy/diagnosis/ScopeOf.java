package io.kwhy.diagnosis;

import io.kwhy.diagnosis.Diagnosis.Scope;
import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.NotCaptured;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.Host;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was looked at, as the facts tell. */
final class ScopeOf {
  private static final String HOST = "host";

  /** What is wrong with a whole look at a host is a gap of its folder, not of an entry in it. */
  private static final String FOLDER = "nodes/";

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
    Set<String> damaged = new HashSet<>();
    SortedSet<String> partial = new TreeSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Captured captured && captured.source().equals(HOST)) {
        hosts.add(captured.node());
      } else if (fact instanceof NotCaptured not && not.source().equals(HOST)) {
        missing.add(not.node());
      } else if (fact instanceof Gap gap && gap.origin().entry().startsWith(FOLDER)) {
        damaged.add(gap.origin().entry().substring(FOLDER.length()));
      }
    }
    for (Fact fact : facts) {
      if (!(fact instanceof Host host)) {
        continue;
      }
      String node = host.node();
      if (!hosts.contains(node) && !missing.contains(node)) {
        (host.collected() ? hosts : missing).add(node);
      }
      if (hosts.contains(node) && (damaged.contains(node) || damaged.contains(host.hostname()))) {
        partial.add(node);
      }
    }
    return new Scope(
        capture.product(),
        capture.time(),
        List.copyOf(hosts),
        List.copyOf(partial),
        List.copyOf(missing),
        Collections.unmodifiableSortedMap(counts),
        rules);
  }
}
