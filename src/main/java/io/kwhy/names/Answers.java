package io.kwhy.names;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.names.KubernetesZone;
import io.kwhy.fact.names.ResolutionPath.Candidate;
import io.kwhy.fact.names.Upstream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What CoreDNS says to a name, as far as it is the one who knows. */
final class Answers {
  private static final String NO_SUCH_NAME = "no such name";

  private final Known known;
  private final List<KubernetesZone> zones;

  Answers(Known known) {
    this.known = known;
    this.zones = known.all(KubernetesZone.class);
  }

  /** The names that are asked for until one has an answer; the last may have none. */
  List<Candidate> of(List<String> names) {
    List<Candidate> candidates = new ArrayList<>();
    for (String name : names) {
      Candidate candidate = of(name);
      candidates.add(candidate);
      if (candidate.found()) {
        break;
      }
    }
    return candidates;
  }

  Candidate of(String name) {
    Optional<String> zone = zone(name);
    if (zone.isPresent()) {
      return ofCluster(name, zone.get());
    }
    List<String> host = new NodeHosts(known).addresses(name);
    if (!host.isEmpty()) {
      return new Candidate(name, "CoreDNS: hosts", String.join(", ", host), true);
    }
    LinkedHashSet<String> servers = new LinkedHashSet<>();
    known
        .all(Upstream.class, upstream -> isWithin(name, upstream.zone()))
        .forEach(upstream -> servers.add(upstream.address()));
    String by =
        servers.isEmpty() ? "CoreDNS: nobody" : "forwarded to " + String.join(", ", servers);
    return new Candidate(name, by, servers.isEmpty() ? NO_SUCH_NAME : "not known here", false);
  }

  /** The longest zone of the cluster that holds it. */
  private Optional<String> zone(String name) {
    return zones.stream()
        .map(KubernetesZone::zone)
        .filter(zone -> !zone.endsWith(".arpa.") && isWithin(name, zone))
        .max(Comparator.comparingInt(String::length));
  }

  static boolean isWithin(String name, String zone) {
    return zone.equals(".") || ("." + name + ".").endsWith("." + zone);
  }

  private Candidate ofCluster(String name, String zone) {
    String by = "CoreDNS: kubernetes " + zone.replaceFirst("\\.$", "");
    String rest = ("." + name + ".").replace("." + zone, "").replaceFirst("^\\.", "");
    List<String> labels = rest.isEmpty() ? List.of() : Arrays.asList(rest.split("\\."));
    int last = labels.size() - 1;
    if (last < 2 || !labels.get(last).equals("svc")) {
      return new Candidate(name, by, NO_SUCH_NAME, false);
    }
    String namespace = labels.get(last - 1);
    String service = labels.get(last - 2);
    return known
        .all(
            Service.class,
            each -> each.namespace().equals(namespace) && each.name().equals(service))
        .stream()
        .findFirst()
        .map(found -> ofService(name, by, found))
        .orElse(
            new Candidate(name, by, "no Service " + service + " in namespace " + namespace, false));
  }

  private Candidate ofService(String name, String by, Service service) {
    if (!service.headless()) {
      String address =
          service.externalName().isEmpty() ? service.clusterIp() : service.externalName();
      return new Candidate(name, by, address, true);
    }
    List<String> addresses =
        known
            .all(
                Endpoint.class,
                endpoint ->
                    endpoint.namespace().equals(service.namespace())
                        && endpoint.service().equals(service.name())
                        && (endpoint.ready() || service.publishNotReady()))
            .stream()
            .map(Endpoint::address)
            .distinct()
            .sorted()
            .toList();
    return new Candidate(
        name,
        by,
        addresses.isEmpty()
            ? "headless Service without ready endpoints"
            : String.join(", ", addresses),
        !addresses.isEmpty());
  }
}
