package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.PodDnsConfig;
import io.kwhy.fact.names.NodeResolver;
import io.kwhy.fact.names.PodResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resolv.conf of each pod, as kubelet makes it from dnsPolicy, hostNetwork, dnsConfig and the
 * host's own.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/">Kubernetes:
 *     DNS for Services and Pods</a>
 */
final class PodResolvers {
  /** More are left out, with an event DNSConfigForming. */
  static final int MOST_SERVERS = 3;

  private static final int MOST_SEARCH = 32;
  private static final int LONGEST_SEARCH = 2048;
  private static final int LONGEST_DOMAIN = 253;

  /** What libc makes of a larger number. */
  private static final int MOST_NDOTS = 15;

  private static final int CLUSTER_NDOTS = 5;
  private static final int USUAL_NDOTS = 1;
  private static final String USUAL_DOMAIN = "cluster.local";

  private final Known known;
  private final NodeResolvers hosts;
  private final Map<String, PodDnsConfig> wishes = new HashMap<>();
  private final KubeletSettings kubelet;

  PodResolvers(Known known, NodeResolvers hosts) {
    this.known = known;
    this.hosts = hosts;
    this.kubelet = new KubeletSettings(known);
    known
        .all(PodDnsConfig.class)
        .forEach(wish -> wishes.put(wish.namespace() + "/" + wish.pod(), wish));
  }

  List<Fact> all() {
    List<Fact> resolvers = new ArrayList<>();
    for (Pod pod : known.all(Pod.class)) {
      of(pod).ifPresent(resolvers::add);
    }
    return resolvers;
  }

  /** Empty where it depends on what is not known. */
  private Optional<PodResolver> of(Pod pod) {
    return switch (basis(pod.dnsPolicy(), pod.hostNetwork())) {
      case "cluster" -> cluster(pod);
      case "node" -> hosts.of(pod.node()).map(host -> node(pod, host));
      case "none" -> Optional.of(made(pod, "none", List.of(), List.of(), List.of()));
      default -> Optional.empty();
    };
  }

  /** Whose servers a pod asks. A pod without a policy has ClusterFirst. */
  static String basis(String dnsPolicy, boolean hostNetwork) {
    return switch (dnsPolicy) {
      case "None" -> "none";
      case "Default" -> "node";
      case "ClusterFirstWithHostNet" -> "cluster";
      case "ClusterFirst", "" -> hostNetwork ? "node" : "cluster";
      default -> "";
    };
  }

  private Optional<PodResolver> cluster(Pod pod) {
    List<String> servers = setting(pod, "clusterDNS");
    if (servers.isEmpty()) {
      return Optional.empty();
    }
    if (servers.equals(List.of(""))) {
      return hosts.of(pod.node()).map(host -> node(pod, host));
    }
    String domain = setting(pod, "clusterDomain").stream().findFirst().orElse(USUAL_DOMAIN);
    List<String> search = new ArrayList<>();
    if (!domain.isEmpty()) {
      search.addAll(List.of(pod.namespace() + ".svc." + domain, "svc." + domain, domain));
    }
    hosts
        .of(pod.node())
        .filter(host -> !host.path().isEmpty())
        .ifPresent(host -> search.addAll(withoutDots(host.search())));
    return Optional.of(made(pod, "cluster", servers, search, List.of("ndots:" + CLUSTER_NDOTS)));
  }

  private PodResolver node(Pod pod, NodeResolver host) {
    return made(pod, "node", host.servers(), withoutDots(host.search()), host.options());
  }

  private PodResolver made(
      Pod pod, String basis, List<String> servers, List<String> search, List<String> options) {
    List<String> allServers = new ArrayList<>(servers);
    List<String> allSearch = new ArrayList<>(search);
    List<String> allOptions = new ArrayList<>(options);
    PodDnsConfig wish = wishes.get(pod.namespace() + "/" + pod.name());
    if (wish != null) {
      allServers.addAll(wish.nameservers());
      allSearch.addAll(wish.searches());
      allOptions.addAll(wish.options());
    }
    return new PodResolver(
        pod.namespace(),
        pod.name(),
        pod.node(),
        pod.dnsPolicy().isEmpty() ? "ClusterFirst" : pod.dnsPolicy(),
        pod.hostNetwork(),
        basis,
        (wish == null ? allServers.stream() : allServers.stream().distinct())
            .limit(MOST_SERVERS)
            .toList(),
        fitting(allSearch),
        ndots(allOptions),
        pod.origin());
  }

  private List<String> setting(Pod pod, String key) {
    return kubelet.of(hosts.host(pod.node()), key).stream()
        .map(KubeletSettings.Value::text)
        .toList();
  }

  /** Domains that are too long are left out, and the last ones until the line is short enough. */
  private static List<String> fitting(List<String> search) {
    List<String> fitting = new ArrayList<>();
    int length = -1;
    for (String domain : search.stream().distinct().limit(MOST_SEARCH).toList()) {
      if (domain.length() > LONGEST_DOMAIN) {
        continue;
      }
      length += 1 + domain.length();
      if (length > LONGEST_SEARCH) {
        break;
      }
      fitting.add(domain);
    }
    return fitting;
  }

  private static List<String> withoutDots(List<String> search) {
    return search.stream()
        .map(domain -> domain.length() > 1 ? domain.replaceFirst("\\.$", "") : domain)
        .toList();
  }

  /** The last one counts. */
  static int ndots(List<String> options) {
    int ndots = USUAL_NDOTS;
    for (String option : options) {
      if (option.matches("ndots:[0-9]{1,3}")) {
        ndots = Math.min(MOST_NDOTS, Integer.parseInt(option.substring("ndots:".length())));
      }
    }
    return ndots;
  }
}
