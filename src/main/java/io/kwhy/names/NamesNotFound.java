package io.kwhy.names;

import io.kwhy.fact.EditDistance;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.names.KubernetesZone;
import io.kwhy.fact.names.NameNotFound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a name means that a pod did not find: which Service, in which namespace, and whether there
 * is one. Names that are not of the cluster's form are left to others.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/">Kubernetes:
 *     DNS for Services and Pods</a>
 */
final class NamesNotFound {
  private static final String SIGNAL = "lookup-no-such-name";
  private static final int MOST_NEAREST = 3;
  private static final int ALIKE = 2;

  /** Where the signal has the name, by who says it. */
  private static final List<String> ASKED = List.of("name", "asked", "host", "peer", "who");

  private final Known known;
  private final Set<String> namespaces = new HashSet<>();
  private final Set<String> nodes = new HashSet<>();
  private final List<String> zones;
  private final Map<String, Pod> pods = new HashMap<>();
  private final Map<String, List<Service>> services;
  private final Map<String, List<Endpoint>> endpoints;

  NamesNotFound(Known known) {
    this.known = known;
    known.all(Namespace.class).forEach(namespace -> namespaces.add(namespace.name()));
    known.all(Node.class).forEach(node -> nodes.add(node.name()));
    known.all(Pod.class).forEach(pod -> pods.putIfAbsent(key(pod.namespace(), pod.name()), pod));
    this.services = known.by(Service.class, each -> key(each.namespace(), each.name()));
    this.endpoints = known.by(Endpoint.class, each -> key(each.namespace(), each.service()));
    this.zones =
        known.all(KubernetesZone.class, zone -> !zone.zone().endsWith(".arpa.")).stream()
            .map(zone -> zone.zone().replaceFirst("\\.$", ""))
            .distinct()
            .toList();
  }

  List<Fact> all() {
    List<Fact> found = new ArrayList<>();
    if (known.isCaptured("services", "") && known.isCaptured("namespaces", "")) {
      for (LogSignal said : known.all(LogSignal.class, s -> s.signal().equals(SIGNAL))) {
        pod(said).flatMap(pod -> of(pod, said)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private Optional<Pod> pod(LogSignal said) {
    return Optional.ofNullable(pods.get(key(said.namespace(), said.pod())));
  }

  private Optional<NameNotFound> of(Pod pod, LogSignal said) {
    String asked =
        ASKED.stream()
            .map(field -> said.fields().getOrDefault(field, ""))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    return target(asked.toLowerCase(Locale.ROOT), pod.namespace())
        .map(target -> notFound(pod, asked, target, said));
  }

  /**
   * @param namespace that the name means; {@code ""} where a node is meant
   * @param service that the name means
   * @param domain what the name has after {@code svc}; {@code ""} where the search list is to say
   */
  private record Target(String namespace, String service, String domain) {}

  /**
   * {@code web}, {@code web.shop}, {@code web.shop.svc} and longer; else nothing of the cluster.
   */
  private Optional<Target> target(String asked, String own) {
    List<String> labels = Arrays.asList(asked.replaceFirst("\\.$", "").split("\\.", -1));
    int svc = labels.indexOf("svc");
    if (svc >= 2) {
      String domain = String.join(".", labels.subList(svc + 1, labels.size()));
      return Optional.of(new Target(labels.get(svc - 1), labels.get(svc - 2), domain));
    }
    if (labels.size() == 1) {
      return Optional.of(new Target(isNode(asked) ? "" : own, labels.get(0), ""));
    }
    return labels.size() == 2 && namespaces.contains(labels.get(1))
        ? Optional.of(new Target(labels.get(1), labels.get(0), ""))
        : Optional.empty();
  }

  /** CoreDNS knows the nodes by name, too. */
  private boolean isNode(String asked) {
    return nodes.contains(asked);
  }

  private NameNotFound notFound(Pod pod, String asked, Target target, LogSignal said) {
    Owner owner = Owner.of(pod);
    String why = why(target);
    return new NameNotFound(
        pod.namespace(),
        pod.name(),
        asked,
        target.namespace,
        target.service,
        why,
        near(why, target, pod),
        owner.kind(),
        owner.name(),
        said.message(),
        said.origin());
  }

  private String why(Target target) {
    if (target.namespace.isEmpty()) {
      return "node";
    }
    if (!namespaces.contains(target.namespace)) {
      return "no-namespace";
    }
    String key = key(target.namespace, target.service);
    if (!services.containsKey(key)) {
      return "no-service";
    }
    Service service = services.get(key).get(0);
    if (!target.domain.isEmpty() && !zones.isEmpty() && !zones.contains(target.domain)) {
      return "other-domain";
    }
    if (!service.externalName().isEmpty()) {
      return "external-name";
    }
    boolean answers =
        endpoints.getOrDefault(key, List.of()).stream()
            .anyMatch(endpoint -> endpoint.ready() || service.publishNotReady());
    return service.headless() && known.isCaptured("endpointslices", "") && !answers
        ? "no-endpoints"
        : "exists";
  }

  private List<String> near(String why, Target target, Pod pod) {
    return switch (why) {
      case "node" -> List.of();
      case "other-domain" -> inZones(target);
      default -> nearest(target, pod.namespace());
    };
  }

  private List<String> inZones(Target target) {
    return zones.stream()
        .map(zone -> target.service + "." + target.namespace + ".svc." + zone)
        .toList();
  }

  /** Whether it may be meant by the other: a letter or two, and most of the name the same. */
  private static boolean alike(String name, String other) {
    int distance = EditDistance.between(name, other);
    return distance <= ALIKE && 2 * distance < other.length();
  }

  /** The same name elsewhere, then names that differ by a letter or two in the same namespace. */
  private List<String> nearest(Target target, String own) {
    return known.all(Service.class).stream()
        .filter(service -> !service.namespace().equals("kube-system"))
        .filter(
            service ->
                service.name().equals(target.service)
                    || (service.namespace().equals(target.namespace)
                        && alike(service.name(), target.service)))
        .sorted(
            Comparator.comparingInt((Service s) -> EditDistance.between(s.name(), target.service))
                .thenComparing(Service::namespace)
                .thenComparing(Service::name))
        .limit(MOST_NEAREST)
        .map(
            service ->
                service.namespace().equals(own)
                    ? service.name()
                    : service.name() + "." + service.namespace())
        .toList();
  }
}
