package io.kwhy.collect.probe;

import io.kwhy.bundle.draft.Draft;
import io.kwhy.collect.probe.ProbeTargets.Peer;
import io.kwhy.collect.probe.ProbeTargets.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calls of the script that probe a cluster: its nodes, CoreDNS's pods and two Services. */
public final class ClusterEdges {
  /** More peers than this tell nothing new of one host. */
  private static final int PEERS = 20;

  private static final int AT_A_TIME = 10;

  /** 1,450 bytes on the overlay, with 28 of headers: what flannel's interfaces must let through. */
  private static final String PAYLOAD = "1422";

  private static final String EXTERNAL_NAME = "example.com";

  /** The first may be gone by the time it is looked for. */
  private static final int CANDIDATES = 3;

  private final ProbeTargets targets;

  private ClusterEdges(ProbeTargets targets) {
    this.targets = targets;
  }

  /** From what was read of the cluster; what is missing there is not probed. */
  public static ClusterEdges of(Draft draft) {
    return new ClusterEdges(ProbeTargets.in(draft));
  }

  /** The calls of the script for the host of that name, a line each. */
  public String lines(String self) {
    List<String> lines = new ArrayList<>(lines(toUpstreams(self)));
    lines.add(
        text(
            self,
            peer -> {
              List<Edge> edges = new ArrayList<>(toPeer(peer));
              largest(peer).ifPresent(edges::add);
              return edges;
            }));
    return String.join("\n", lines);
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
    return targets.ordinary(self).stream()
        .limit(CANDIDATES)
        .map(pod -> Edge.into(pod.namespace() + "/" + pod.name(), pod.address()))
        .collect(Collectors.joining("\n"));
  }

  private List<Peer> others(String self) {
    return targets.peers().stream()
        .filter(peer -> !peer.name().equals(self))
        .sorted(Comparator.comparing(Peer::server).reversed())
        .limit(PEERS)
        .toList();
  }

  private List<Edge> toServers() {
    List<Edge> edges = new ArrayList<>();
    for (Peer peer : targets.peers()) {
      if (peer.server()) {
        String port = targets.apiPort();
        edges.add(
            new Edge("tcp", "tcp-apiserver", peer.address() + ":" + port, peer.address(), port));
      }
    }
    String api = targets.service("default/kubernetes");
    if (!api.isEmpty()) {
      edges.add(new Edge("tcp", "tcp-kubernetes-vip", api + ":443", api, "443"));
    }
    return edges;
  }

  private static List<Edge> toPeer(Peer peer) {
    List<Edge> edges = new ArrayList<>();
    String to = peer.name() + " ";
    edges.add(new Edge("ping", "ping-node", to + peer.address(), peer.address(), ""));
    String flannel = tunnel(peer);
    String bridge = network(peer.podNetwork(), 1);
    if (!flannel.isEmpty()) {
      edges.add(new Edge("ping", "ping-flannel", to + flannel, flannel, ""));
    }
    if (!bridge.isEmpty()) {
      edges.add(new Edge("ping", "ping-cni0", to + bridge, bridge, ""));
    }
    edges.add(
        new Edge("tcp", "tcp-kubelet", to + peer.address() + ":10250", peer.address(), "10250"));
    return edges;
  }

  private static Optional<Edge> largest(Peer peer) {
    String flannel = tunnel(peer);
    return flannel.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Edge("ping", "ping-flannel-df1450", peer.name() + " " + flannel, flannel, PAYLOAD));
  }

  private List<Edge> questions() {
    List<Edge> edges = new ArrayList<>();
    for (Pod pod : targets.resolvers()) {
      String target = "coredns@" + pod.node() + " " + pod.address();
      edges.add(new Edge("ping", "ping-coredns", target, pod.address(), ""));
    }
    String domain = targets.domain();
    forEachServer(
        (target, address) ->
            edges.add(new Edge("cluster", "dns-cluster", target, address, domain)));
    forEachServer(
        (target, address) ->
            edges.add(
                new Edge(
                    "dns", "dns-external", target + " " + EXTERNAL_NAME, address, EXTERNAL_NAME)));
    return edges;
  }

  private static String tunnel(Peer peer) {
    return peer.tunnel() ? network(peer.podNetwork(), 0) : "";
  }

  /** Who answers for the cluster: the Service, and each of CoreDNS's pods. */
  private void forEachServer(BiConsumer<String, String> ask) {
    String dns = targets.service("kube-system/kube-dns");
    if (!dns.isEmpty()) {
      ask.accept(dns, dns);
    }
    for (Pod pod : targets.resolvers()) {
      ask.accept("coredns@" + pod.node() + " " + pod.address(), pod.address());
    }
  }

  /** What CoreDNS on that host asks others: the host may ask them itself. */
  private List<Edge> toUpstreams(String self) {
    return targets.resolvers().stream().noneMatch(pod -> pod.node().equals(self))
        ? List.of()
        : targets.upstreams().stream()
            .map(
                server ->
                    new Edge(
                        "dns", "dns-forward", server + " " + EXTERNAL_NAME, server, EXTERNAL_NAME))
            .toList();
  }

  /** Host {@code n} of an IPv4 network such as {@code 10.42.1.0/24}; {@code ""} for others. */
  private static String network(String cidr, int host) {
    String[] bytes = cidr.replaceAll("/.*", "").split("\\.", -1);
    return bytes.length == 4 && bytes[3].matches("[0-9]{1,3}")
        ? bytes[0] + "." + bytes[1] + "." + bytes[2] + "." + (Integer.parseInt(bytes[3]) + host)
        : "";
  }
}
