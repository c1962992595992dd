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
import java.util.function.Consumer;

/** The nodes, pods and Services of a cluster that probes go to or out from. */
final class ProbeTargets {
  /** More of CoreDNS's pods than this tell nothing new. */
  private static final int RESOLVERS = 20;

  record Peer(String name, String address, String podNetwork, boolean server) {}

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

  private ProbeTargets() {}

  /** From what was read of the cluster; what is missing there is no target. */
  static ProbeTargets in(Draft draft) {
    ProbeTargets targets = new ProbeTargets();
    each(draft, Source.NODES, targets::node);
    each(draft, Source.PODS, targets::pod);
    each(draft, Source.SERVICES, targets::service);
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
    if (!address.isEmpty()) {
      peers.add(
          new Peer(
              node.getOrDefault("metadata.name", ""),
              address,
              address(node.getOrDefault("spec.podCIDR", "")),
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

  private void service(Map<String, String> service) {
    String address = service.getOrDefault("spec.clusterIP", "");
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
