package io.kwhy.collect.probe;

import io.kwhy.bundle.Source;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.collect.list.ItemList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The nodes, pods and Services of a cluster that probes go to or out from. */
final class ProbeTargets {
  /** More of CoreDNS's pods than this tell nothing new. */
  private static final int RESOLVERS = 20;

  /**
   * Another host.
   *
   * @param podNetwork what flannel has for its pods; {@code ""} with another network plugin
   * @param tunnel whether flannel makes an interface there with that network's first address
   */
  record Peer(String name, String address, String podNetwork, boolean tunnel, boolean server) {}

  /** The backends of flannel that make an interface of their own. */
  private static final Set<String> TUNNELS = Set.of("vxlan", "wireguard", "udp");

  record Pod(String node, String address) {}

  /** A pod from whose network a host may send its probes a second time. */
  record Ordinary(String node, String namespace, String name, String address, int rank) {
    /** kube-system first: there are seldom rules about what may leave it. */
    static final Comparator<Ordinary> BEST_FIRST =
        Comparator.comparingInt(Ordinary::rank)
            .thenComparing(Ordinary::namespace)
            .thenComparing(Ordinary::name);
  }

  private final List<Peer> peers = new ArrayList<>();
  private final List<Pod> resolvers = new ArrayList<>();
  private final List<Ordinary> ordinary = new ArrayList<>();
  private final Set<String> restricted = new HashSet<>();
  private final Map<String, String> services = new HashMap<>();
  private String apiPort = "6443";

  private final CorefileTargets corefile = new CorefileTargets();

  private ProbeTargets() {}

  /** From what was read of the cluster; what is missing there is no target. */
  static ProbeTargets in(Draft draft) {
    ProbeTargets targets = new ProbeTargets();
    each(draft, Source.NODES, targets::node);
    each(draft, Source.PODS, targets::pod);
    each(draft, Source.SERVICES, targets::service);
    each(draft, Source.CONFIG_MAPS, targets::configMap);
    each(
        draft,
        Source.NETWORK_POLICIES,
        policy -> targets.restricted.add(policy.getOrDefault("metadata.namespace", "")));
    return targets;
  }

  List<Peer> peers() {
    return peers;
  }

  /** CoreDNS's pods. */
  List<Pod> resolvers() {
    return resolvers;
  }

  /** The port of the API servers; k3s's own where the cluster does not tell. */
  String apiPort() {
    return apiPort;
  }

  /** The domain of the cluster's names. */
  String domain() {
    return corefile.domain();
  }

  /** Whom the Corefile names as servers for other names. */
  List<String> upstreams() {
    return corefile.servers();
  }

  /** The address of a Service, by namespace and name; {@code ""} where it has none. */
  String service(String name) {
    return services.getOrDefault(name, "");
  }

  /** The pods of a host that NetworkPolicies do not keep from sending, the best first. */
  List<Ordinary> ordinary(String host) {
    return ordinary.stream()
        .filter(pod -> pod.node().equals(host) && !restricted.contains(pod.namespace()))
        .sorted(Ordinary.BEST_FIRST)
        .toList();
  }

  /** An address or network as it is; {@code ""} for what a program might take for an option. */
  private static String address(String said) {
    return said.matches("[0-9A-Fa-f:][0-9A-Fa-f:.]*(/[0-9]{1,3})?") ? said : "";
  }

  private void node(Map<String, String> node) {
    String address = address(node.getOrDefault("address.InternalIP", ""));
    boolean server =
        node.containsKey("label.node-role.kubernetes.io/control-plane")
            || node.containsKey("label.node-role.kubernetes.io/master");
    String backend = node.getOrDefault("annotation.flannel.alpha.coreos.com/backend-type", "");
    if (!address.isEmpty()) {
      peers.add(
          new Peer(
              node.getOrDefault("metadata.name", ""),
              address,
              backend.isEmpty() ? "" : address(node.getOrDefault("spec.podCIDR", "")),
              TUNNELS.contains(backend),
              server));
    }
  }

  private void pod(Map<String, String> pod) {
    String address = address(pod.getOrDefault("status.podIP", ""));
    boolean resolver = pod.getOrDefault("label.k8s-app", "").equals("kube-dns");
    String node = pod.getOrDefault("spec.nodeName", "");
    if (resolver && !address.isEmpty() && resolvers.size() < RESOLVERS) {
      resolvers.add(new Pod(node, address));
    }
    boolean own = !pod.getOrDefault("spec.hostNetwork", "").equals("true");
    boolean running = pod.getOrDefault("status.phase", "").equals("Running");
    if (own && running && address.matches("[0-9.]+")) {
      String namespace = pod.getOrDefault("metadata.namespace", "");
      int rank = resolver ? 2 : namespace.equals("kube-system") ? 0 : 1;
      ordinary.add(
          new Ordinary(node, namespace, pod.getOrDefault("metadata.name", ""), address, rank));
    }
  }

  private void configMap(Map<String, String> configMap) {
    String name = configMap.getOrDefault("metadata.name", "");
    if (configMap.getOrDefault("metadata.namespace", "").equals("kube-system")
        && Set.of("coredns", "coredns-custom").contains(name)) {
      new TreeMap<>(configMap)
          .forEach(
              (key, text) -> {
                if (key.matches("data\\.(Corefile|.*\\.(server|override))")) {
                  corefile.add(text);
                }
              });
    }
  }

  private void service(Map<String, String> service) {
    String address = service.getOrDefault("spec.clusterIP", "");
    String port = service.getOrDefault("port.targetPort", "");
    if (service.getOrDefault("metadata.namespace", "").equals("default")
        && service.getOrDefault("metadata.name", "").equals("kubernetes")
        && port.matches("[0-9]{1,5}")) {
      apiPort = port;
    }
    if (address.matches("[0-9.]+")) {
      services.put(
          service.getOrDefault("metadata.namespace", "")
              + "/"
              + service.getOrDefault("metadata.name", ""),
          address);
    }
  }

  private static void each(Draft draft, Source source, Consumer<Map<String, String>> object) {
    try (InputStream in = draft.open(source.capture().entries().get(0))) {
      ItemList.each(in, json -> object.accept(ObjectFields.of(json)));
    } catch (IOException e) {
      // There is no such list, or it broke off: then there is less to probe.
      return;
    }
  }
}
