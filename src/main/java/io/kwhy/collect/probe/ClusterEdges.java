package io.kwhy.collect.probe;

import io.kwhy.bundle.Draft;
import io.kwhy.bundle.Source;
import io.kwhy.collect.list.ItemList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of a cluster there is to probe: its nodes, CoreDNS's pods and two Services. */
public final class ClusterEdges {
  /** More peers than this tell nothing new of one host. */
  private static final int PEERS = 20;

  private static final int AT_A_TIME = 10;

  /** 1,450 bytes on the overlay, with 28 of headers: what flannel's interfaces must let through. */
  private static final String PAYLOAD = "1422";

  private static final String CLUSTER_NAME = "kubernetes.default.svc.cluster.local";
  private static final String EXTERNAL_NAME = "example.com";

  private record Peer(String name, String address, String podNetwork, boolean server) {}

  private record Pod(String node, String address) {}

  /** A pod from whose network a host may send its probes a second time. */
  private record Ordinary(String node, String namespace, String name, String address, int rank) {
    /** kube-system first: there are seldom rules about what may leave it. */
    static final Comparator<Ordinary> BEST_FIRST =
        Comparator.comparingInt(Ordinary::rank)
            .thenComparing(Ordinary::namespace)
            .thenComparing(Ordinary::name);
  }

  /** The first may be gone by the time it is looked for. */
  private static final int CANDIDATES = 3;

  private final List<Peer> peers = new ArrayList<>();
  private final List<Pod> resolvers = new ArrayList<>();
  private final List<Ordinary> ordinary = new ArrayList<>();
  private final Set<String> restricted = new HashSet<>();
  private final Map<String, String> services = new HashMap<>();

  private ClusterEdges() {}

  /** From what was read of the cluster; what is missing there is not probed. */
  public static ClusterEdges of(Draft draft) {
    ClusterEdges edges = new ClusterEdges();
    each(draft, Source.NODES, edges::node);
    each(draft, Source.PODS, edges::pod);
    each(draft, Source.SERVICES, edges::service);
    each(
        draft,
        Source.NETWORK_POLICIES,
        policy -> edges.restricted.add(policy.getOrDefault("metadata.namespace", "")));
    return edges;
  }

  /** The calls of the script for the host of that name, a line each. */
  public String lines(String self) {
    return text(
        self,
        peer -> {
          List<Edge> edges = new ArrayList<>(toPeer(peer));
          largest(peer).ifPresent(edges::add);
          return edges;
        });
  }

  /** The calls that are made from within a pod on that host. */
  public String linesOfPod(String self) {
    return text(self, ClusterEdges::toPeer);
  }

  /**
   * What many depend on first, then the peers: several at a time, for each that is away takes as
   * long as all that the script waits for it.
   */
  private String text(String self, Function<Peer, List<Edge>> toPeer) {
    List<String> lines = new ArrayList<>(lines(toServers()));
    lines.addAll(lines(questions()));
    List<Peer> others = others(self);
    for (int at = 0; at < others.size(); at += AT_A_TIME) {
      for (Peer peer : others.subList(at, Math.min(others.size(), at + AT_A_TIME))) {
        lines.add("{");
        lines.addAll(lines(toPeer.apply(peer)));
        lines.add("} & peers=\"$peers $!\"");
      }
      lines.add("wait $peers; peers=");
    }
    return String.join("\n", lines);
  }

  private static List<String> lines(List<Edge> edges) {
    return edges.stream().map(Edge::line).toList();
  }

  /**
   * The calls that find such a pod, the best first: one that NetworkPolicies do not keep from
   * sending.
   */
  public String pods(String self) {
    return ordinary.stream()
        .filter(pod -> pod.node().equals(self) && !restricted.contains(pod.namespace()))
        .sorted(Ordinary.BEST_FIRST)
        .limit(CANDIDATES)
        .map(pod -> Edge.into(pod.namespace() + "/" + pod.name(), pod.address()))
        .collect(Collectors.joining("\n"));
  }

  private List<Peer> others(String self) {
    return peers.stream()
        .filter(peer -> !peer.name().equals(self))
        .sorted(Comparator.comparing(Peer::server).reversed())
        .limit(PEERS)
        .toList();
  }

  private List<Edge> toServers() {
    List<Edge> edges = new ArrayList<>();
    for (Peer peer : peers) {
      if (peer.server()) {
        edges.add(
            new Edge("tcp", "tcp-apiserver", peer.address() + ":6443", peer.address(), "6443"));
      }
    }
    String api = services.getOrDefault("default/kubernetes", "");
    if (!api.isEmpty()) {
      edges.add(new Edge("tcp", "tcp-kubernetes-vip", api + ":443", api, "443"));
    }
    return edges;
  }

  private static List<Edge> toPeer(Peer peer) {
    List<Edge> edges = new ArrayList<>();
    String to = peer.name() + " ";
    edges.add(new Edge("ping", "ping-node", to + peer.address(), peer.address(), ""));
    String flannel = network(peer.podNetwork(), 0);
    String bridge = network(peer.podNetwork(), 1);
    if (!flannel.isEmpty()) {
      edges.add(new Edge("ping", "ping-flannel", to + flannel, flannel, ""));
      edges.add(new Edge("ping", "ping-cni0", to + bridge, bridge, ""));
    }
    edges.add(
        new Edge("tcp", "tcp-kubelet", to + peer.address() + ":10250", peer.address(), "10250"));
    return edges;
  }

  private static Optional<Edge> largest(Peer peer) {
    String flannel = network(peer.podNetwork(), 0);
    return flannel.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Edge("ping", "ping-flannel-df1450", peer.name() + " " + flannel, flannel, PAYLOAD));
  }

  private List<Edge> questions() {
    List<Edge> edges = new ArrayList<>();
    for (Pod pod : resolvers) {
      String target = "coredns@" + pod.node() + " " + pod.address();
      edges.add(new Edge("ping", "ping-coredns", target, pod.address(), ""));
    }
    String dns = services.getOrDefault("kube-system/kube-dns", "");
    for (String name : List.of(CLUSTER_NAME, EXTERNAL_NAME)) {
      String probe = name.equals(CLUSTER_NAME) ? "dns-cluster" : "dns-external";
      if (!dns.isEmpty()) {
        edges.add(new Edge("dns", probe, dns + " " + name, dns, name));
      }
      for (Pod pod : resolvers) {
        String target = "coredns@" + pod.node() + " " + pod.address() + " " + name;
        edges.add(new Edge("dns", probe, target, pod.address(), name));
      }
    }
    return edges;
  }

  /** Host {@code n} of an IPv4 network such as {@code 10.42.1.0/24}; {@code ""} for others. */
  private static String network(String cidr, int host) {
    String[] bytes = cidr.replaceAll("/.*", "").split("\\.", -1);
    return bytes.length == 4 && bytes[3].matches("[0-9]{1,3}")
        ? bytes[0] + "." + bytes[1] + "." + bytes[2] + "." + (Integer.parseInt(bytes[3]) + host)
        : "";
  }

  private void node(Map<String, String> node) {
    String address = node.getOrDefault("address.InternalIP", "");
    boolean server =
        node.containsKey("label.node-role.kubernetes.io/control-plane")
            || node.containsKey("label.node-role.kubernetes.io/master");
    if (!address.isEmpty()) {
      peers.add(
          new Peer(
              node.getOrDefault("metadata.name", ""),
              address,
              node.getOrDefault("spec.podCIDR", ""),
              server));
    }
  }

  private void pod(Map<String, String> pod) {
    String address = pod.getOrDefault("status.podIP", "");
    boolean resolver = pod.getOrDefault("label.k8s-app", "").equals("kube-dns");
    String node = pod.getOrDefault("spec.nodeName", "");
    if (resolver && !address.isEmpty() && resolvers.size() < PEERS) {
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
