package io.kwhy.names;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.names.CorefileProblem;
import io.kwhy.fact.names.KubernetesZone;
import io.kwhy.fact.names.ResolutionPath.Candidate;
import io.kwhy.fact.names.Upstream;
import io.kwhy.fact.probe.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What CoreDNS says to a name, as far as it is the one who knows. */
final class Answers {
  private static final String NO_SUCH_NAME = "no such name";

  /** An address as in the names that plugin kubernetes has for pods. */
  private static final String DASHED = "[0-9]{1,3}(-[0-9]{1,3}){3}";

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
    if (!servers.isEmpty()) {
      return new Candidate(
          name, "forwarded to " + String.join(", ", servers), heard(name, servers), false);
    }
    return forwardsAsWritten()
        ? new Candidate(name, "CoreDNS: nobody", NO_SUCH_NAME, false)
        : new Candidate(name, "whom CoreDNS would ask", "is not known", false);
  }

  /** One that runs has what it started with, where it would not take what is written now. */
  private boolean forwardsAsWritten() {
    return known.first(Pod.class, Coredns::isPod).isPresent()
        && known.all(CorefileProblem.class).isEmpty();
  }

  /** What one of them said to the same question at capture. */
  private String heard(String name, Set<String> servers) {
    return known
        .first(
            Probe.class,
            probe ->
                probe.ofUpstream()
                    && probe.question().equals(name)
                    && servers.contains(probe.address()))
        .map(probe -> probe.result().equals("ok") ? probe.detail() : probe.result())
        .orElse("they were not asked");
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
    if (last == 2 && labels.get(2).equals("pod") && labels.get(0).matches(DASHED)) {
      return new Candidate(name, by, labels.get(0).replace('-', '.'), true);
    }
    if (last < 2 || last > 3 || !labels.get(last).equals("svc")) {
      return new Candidate(name, by, NO_SUCH_NAME, false);
    }
    String namespace = labels.get(last - 1);
    String service = labels.get(last - 2);
    return service(namespace, service)
        .map(
            found ->
                last == 3 ? ofEndpoint(name, by, labels.get(0), found) : ofService(name, by, found))
        .orElseGet(() -> new Candidate(name, by, lack(namespace, service, last), false));
  }

  private Optional<Service> service(String namespace, String service) {
    return known.first(
        Service.class, each -> each.namespace().equals(namespace) && each.name().equals(service));
  }

  private String lack(String namespace, String service, int last) {
    if (last > 2) {
      return NO_SUCH_NAME;
    }
    boolean exists =
        known.first(Namespace.class, each -> each.name().equals(namespace)).isPresent();
    return exists || !known.isCaptured("namespaces", "")
        ? "no Service " + service + " in namespace " + namespace
        : "no namespace " + namespace;
  }

  /** A pod behind the Service, by its host name or its address with dashes. */
  private Candidate ofEndpoint(String name, String by, String host, Service service) {
    return ready(service).stream()
        .filter(
            endpoint ->
                endpoint.targetName().equals(host)
                    || endpoint.address().replace('.', '-').equals(host))
        .findFirst()
        .map(endpoint -> new Candidate(name, by, endpoint.address(), true))
        .orElseGet(
            () -> new Candidate(name, by, "no " + host + " behind " + service.name(), false));
  }

  private Candidate ofService(String name, String by, Service service) {
    if (!service.headless()) {
      String address =
          service.externalName().isEmpty() ? service.clusterIp() : service.externalName();
      return new Candidate(name, by, address, true);
    }
    List<String> addresses =
        ready(service).stream().map(Endpoint::address).distinct().sorted().toList();
    return new Candidate(
        name,
        by,
        addresses.isEmpty()
            ? "headless Service without ready endpoints"
            : String.join(", ", addresses),
        !addresses.isEmpty());
  }

  private List<Endpoint> ready(Service service) {
    return known.all(
        Endpoint.class,
        endpoint ->
            endpoint.namespace().equals(service.namespace())
                && endpoint.service().equals(service.name())
                && (endpoint.ready() || service.publishNotReady()));
  }
}
