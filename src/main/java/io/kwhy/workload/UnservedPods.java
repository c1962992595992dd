package io.kwhy.workload;

import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Selector;
import io.kwhy.fact.cluster.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Pods that no Service picks. Whose they are is asked for where a Service picks none. */
final class UnservedPods {
  private final Map<String, List<Pod>> pods;
  private final Map<String, List<Service>> byNamespace;
  private final Map<String, List<Pod>> unserved = new HashMap<>();
  private final Map<String, NameParts> services = new HashMap<>();
  private final Map<String, Map<String, NameParts>> labels = new HashMap<>();

  /**
   * @param pods by namespace
   */
  UnservedPods(Map<String, List<Pod>> pods, List<Service> services) {
    this.pods = pods;
    byNamespace = services.stream().collect(Collectors.groupingBy(Service::namespace));
  }

  /**
   * One of the pods that have labels of all the keys which the Service asks for, and in one of them
   * a name like the Service's, where these are the pods of one controller; nothing where they are
   * those of several or of none.
   */
  Optional<Pod> aloneFor(Service service) {
    NameParts names = services.computeIfAbsent(service.namespace(), this::namesOfServices);
    Set<String> name = names.distinguishing(service.name());
    List<Pod> candidates =
        unserved.computeIfAbsent(service.namespace(), this::find).stream()
            .filter(pod -> pod.labels().keySet().containsAll(service.selector().keySet()))
            .toList();
    Map<String, Pod> byController = new TreeMap<>();
    for (String key : service.selector().keySet()) {
      NameParts values =
          labels
              .computeIfAbsent(service.namespace(), k -> new HashMap<>())
              .computeIfAbsent(key, k -> valuesOf(k, service.namespace()));
      for (Pod pod : candidates) {
        if (values.distinguishing(pod.labels().get(key)).equals(name)) {
          byController.putIfAbsent(pod.topKind() + "/" + pod.topName(), pod);
        }
      }
    }
    return byController.size() == 1 ? byController.values().stream().findFirst() : Optional.empty();
  }

  private NameParts namesOfServices(String namespace) {
    return NameParts.of(byNamespace.getOrDefault(namespace, List.of()).stream().map(Service::name));
  }

  private NameParts valuesOf(String label, String namespace) {
    return NameParts.of(
        pods.getOrDefault(namespace, List.of()).stream()
            .map(pod -> pod.labels().getOrDefault(label, "")));
  }

  private List<Pod> find(String namespace) {
    List<Selector> selectors =
        byNamespace.getOrDefault(namespace, List.of()).stream()
            .map(service -> new Selector(service.selector(), List.of()))
            .toList();
    Set<Map<String, String>> served = new HashSet<>();
    List<Pod> found = new ArrayList<>();
    for (Pod pod : pods.getOrDefault(namespace, List.of())) {
      if (!served.contains(pod.labels())) {
        if (selectors.stream().anyMatch(selector -> selector.matches(pod.labels()))) {
          served.add(pod.labels());
        } else {
          found.add(pod);
        }
      }
    }
    return found;
  }
}
