package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Selector;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.cluster.Workload;
import io.kwhy.fact.workload.ServiceMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each Service's selector picks, and what comes close where it picks nothing. */
final class ServiceMatches {
  private final Map<String, List<Pod>> pods = new HashMap<>();
  private final Map<Labelled, List<Pod>> labelled = new HashMap<>();
  private final Map<String, List<Workload>> controllers = new HashMap<>();
  private final List<Service> services = new ArrayList<>();

  private ServiceMatches() {}

  static List<Fact> of(Iterable<? extends Fact> facts) {
    ServiceMatches matches = new ServiceMatches();
    for (Fact fact : facts) {
      if (fact instanceof Pod pod && !pod.over() && !pod.deleting()) {
        matches.add(pod);
      } else if (fact instanceof Workload workload && workload.ownerName().isEmpty()) {
        matches
            .controllers
            .computeIfAbsent(workload.namespace(), k -> new ArrayList<>())
            .add(workload);
      } else if (fact instanceof Service service && !service.selector().isEmpty()) {
        matches.services.add(service);
      }
    }
    UnservedPods unserved = new UnservedPods(matches.pods, matches.services);
    return matches.services.stream().<Fact>map(each -> matches.match(each, unserved)).toList();
  }

  private record Labelled(String namespace, String key, String value) {}

  private void add(Pod pod) {
    pods.computeIfAbsent(pod.namespace(), k -> new ArrayList<>()).add(pod);
    pod.labels()
        .forEach(
            (key, value) ->
                labelled
                    .computeIfAbsent(
                        new Labelled(pod.namespace(), key, value), k -> new ArrayList<>())
                    .add(pod));
  }

  /** The pods with that label of the selector which the fewest have. */
  private List<Pod> candidates(Service service) {
    return service.selector().entrySet().stream()
        .map(label -> new Labelled(service.namespace(), label.getKey(), label.getValue()))
        .map(label -> labelled.getOrDefault(label, List.of()))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  /** Somebody whose pods a Service might mean. */
  private record Candidate(String kind, String name, Map<String, String> labels) {}

  private ServiceMatch match(Service service, UnservedPods unserved) {
    Selector selector = new Selector(service.selector(), List.of());
    int picked = 0;
    int ready = 0;
    Pod bare = null;
    Instant oldest = Fact.UNKNOWN_TIME;
    for (Pod pod : candidates(service)) {
      if (selector.matches(pod.labels())) {
        oldest = picked == 0 || pod.created().isBefore(oldest) ? pod.created() : oldest;
        picked++;
        bare = sicker(bare, pod);
        ready += pod.ready() ? 1 : 0;
      }
    }
    Workload controller = null;
    int desired = 0;
    for (Workload each : controllers.getOrDefault(service.namespace(), List.of())) {
      if (selector.matches(each.podLabels())) {
        controller = each;
        desired += each.desired();
      }
    }
    Candidate near = picked > 0 || controller != null ? null : nearest(service);
    Optional<Pod> lone = picked > 0 ? Optional.empty() : unserved.aloneFor(service);
    return new ServiceMatch(
        service.namespace(),
        service.name(),
        picked,
        ready,
        oldest,
        controller != null ? controller.kind() : bare == null ? "" : bare.topKind(),
        controller != null ? controller.name() : bare == null ? "" : bare.topName(),
        desired,
        near == null ? "" : differing(service, near),
        near == null ? "" : near.kind,
        near == null ? "" : near.name,
        lone.map(each -> chosen(service, each)).orElse(""),
        lone.map(Pod::topKind).orElse(""),
        lone.map(Pod::topName).orElse(""),
        lone.map(Pod::name).orElse(""),
        service.origin());
  }

  /** The first of the pods that is not ready, else the first. */
  private static Pod sicker(Pod known, Pod pod) {
    return known == null || (known.ready() && !pod.ready()) ? pod : known;
  }

  private Candidate nearest(Service service) {
    List<Candidate> candidates = new ArrayList<>();
    for (Workload each : controllers.getOrDefault(service.namespace(), List.of())) {
      candidates.add(new Candidate(each.kind(), each.name(), each.podLabels()));
    }
    for (Pod each : pods.getOrDefault(service.namespace(), List.of())) {
      if (each.ownerName().isEmpty()) {
        candidates.add(new Candidate("pod", each.name(), each.labels()));
      }
    }
    Candidate best = null;
    int most = 0;
    for (Candidate each : candidates) {
      int score = score(service, each);
      if (score > most) {
        best = each;
        most = score;
      }
    }
    return best;
  }

  /** Labels that agree count most, then those that nearly do, then the name. */
  private static int score(Service service, Candidate candidate) {
    int equal = 0;
    int close = 0;
    for (Map.Entry<String, String> wanted : service.selector().entrySet()) {
      String found = candidate.labels.get(wanted.getKey());
      if (wanted.getValue().equals(found)) {
        equal++;
      } else if ((found != null && Likeness.close(found, wanted.getValue()))
          || candidate.labels.containsValue(wanted.getValue())) {
        close++;
      }
    }
    int named = candidate.name.equals(service.name()) ? 1 : 0;
    return equal * 4 + close * 2 + named;
  }

  /** What a pod has of what the selector asks for. */
  private static String chosen(Service service, Pod pod) {
    SortedMap<String, String> shown = new TreeMap<>(pod.labels());
    shown.keySet().retainAll(service.selector().keySet());
    return new Selector(shown, List.of()).toString();
  }

  /** The candidate's own values of what the selector wants and it has not; else all it has. */
  private static String differing(Service service, Candidate near) {
    SortedMap<String, String> shown = new TreeMap<>();
    service
        .selector()
        .forEach(
            (key, value) -> {
              String found = near.labels.get(key);
              if (found != null && !found.equals(value)) {
                shown.put(key, found);
              }
            });
    return new Selector(shown.isEmpty() ? new TreeMap<>(near.labels) : shown, List.of()).toString();
  }
}
