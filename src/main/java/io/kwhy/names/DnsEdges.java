package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.cluster.Workload;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.names.CorefileProblem;
import io.kwhy.fact.names.DnsPolicyBlock;
import io.kwhy.fact.names.MissingRight;
import io.kwhy.fact.names.ResolutionPath.Edge;
import io.kwhy.fact.names.ResolutionPath.State;
import io.kwhy.fact.names.Upstream;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.ServiceRulesMissing;
import io.kwhy.fact.probe.Probe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edges of the way from a client over kube-dns and CoreDNS to an answer. */
final class DnsEdges {
  private static final String NAMESPACE = "kube-system";
  private static final Set<String> TUNNELS = Set.of("vxlan", "wireguard");

  private final Known known;
  private final List<Pod> pods;

  DnsEdges(Known known) {
    this.known = known;
    this.pods = known.all(Pod.class, Coredns::isPod);
  }

  /** Whether CoreDNS can answer at all. */
  List<Edge> ofCoredns() {
    List<Edge> edges = new ArrayList<>(List.of(running()));
    known.all(CorefileProblem.class).forEach(problem -> edges.add(configuration(problem)));
    edges.add(api());
    return edges;
  }

  private Edge running() {
    List<Fact> ready = List.copyOf(known.all(Pod.class, pod -> Coredns.isPod(pod) && pod.ready()));
    if (!ready.isEmpty()) {
      return new Edge(
          "coredns-running",
          State.WORKS,
          ready.size() == 1 ? "a CoreDNS pod is ready" : ready.size() + " CoreDNS pods are ready",
          ready);
    }
    List<Fact> shown =
        new ArrayList<>(
            known.all(
                Workload.class,
                each -> each.namespace().equals(NAMESPACE) && each.name().equals("coredns")));
    shown.addAll(pods);
    return new Edge(
        "coredns-running",
        known.isCaptured("pods", "") ? State.BROKEN : State.UNKNOWN,
        "no CoreDNS pod is ready",
        shown);
  }

  /** One that runs keeps the configuration that it started with. */
  private Edge configuration(CorefileProblem problem) {
    boolean runs = pods.stream().anyMatch(Pod::ready);
    return new Edge(
        "corefile",
        runs ? State.UNKNOWN : State.BROKEN,
        "the Corefile would be turned down" + (runs ? " at the next start" : ""),
        List.of(problem));
  }

  private Edge api() {
    List<Fact> shown = new ArrayList<>(known.all(MissingRight.class));
    for (Pod pod : pods) {
      if (!pod.ready()) {
        shown.addAll(
            known.all(
                LogSignal.class,
                signal ->
                    signal.pod().equals(pod.name())
                        && (signal.signal().equals("coredns-api-unreachable")
                            || signal.signal().equals("coredns-forbidden"))));
      }
    }
    boolean ready = pods.stream().anyMatch(Pod::ready);
    State state = !shown.isEmpty() && !ready ? State.BROKEN : ready ? State.WORKS : State.UNKNOWN;
    return new Edge(
        "coredns-api",
        state,
        state == State.BROKEN
            ? "CoreDNS does not get its lists from the API server"
            : "CoreDNS reads Services from the API server",
        shown);
  }

  /** Whether the address in the client's resolv.conf leads to CoreDNS. */
  List<Edge> ofService(List<String> servers) {
    List<Service> services =
        known.all(
            Service.class,
            each -> each.namespace().equals(NAMESPACE) && each.name().equals("kube-dns"));
    if (services.isEmpty()) {
      State state = known.isCaptured("services", "") ? State.BROKEN : State.UNKNOWN;
      return List.of(new Edge("kube-dns", state, "there is no Service kube-dns", List.of()));
    }
    Service service = services.get(0);
    boolean same = servers.stream().anyMatch(service.clusterIps()::contains);
    Edge address =
        new Edge(
            "kube-dns",
            same ? State.WORKS : State.BROKEN,
            "Service kube-dns has "
                + service.clusterIp()
                + (same ? "" : ", the client asks " + String.join(", ", servers)),
            List.of(service));
    return List.of(address, endpoints());
  }

  private Edge endpoints() {
    List<Endpoint> all =
        known.all(
            Endpoint.class,
            each -> each.namespace().equals(NAMESPACE) && each.service().equals("kube-dns"));
    List<Endpoint> ready = all.stream().filter(Endpoint::ready).toList();
    State none = known.isCaptured("endpointslices", "") ? State.BROKEN : State.UNKNOWN;
    return new Edge(
        "kube-dns-endpoints",
        ready.isEmpty() ? none : State.WORKS,
        ready.isEmpty() ? "kube-dns has no ready endpoints" : "kube-dns leads to CoreDNS",
        once(ready.isEmpty() ? all : ready));
  }

  /** Endpoints and slices say the same. */
  private static List<Fact> once(List<Endpoint> all) {
    Map<String, Fact> once = new LinkedHashMap<>();
    all.forEach(endpoint -> once.putIfAbsent(endpoint.address(), endpoint));
    return List.copyOf(once.values());
  }

  /** Whether policies let the client ask. */
  List<Edge> ofPolicies(String kind, String namespace, String client) {
    List<Fact> blocks =
        List.copyOf(
            known.all(
                DnsPolicyBlock.class,
                block ->
                    block.clientKind().equals(kind)
                        && block.clientNamespace().equals(namespace)
                        && block.client().equals(client)));
    return blocks.isEmpty()
        ? List.of()
        : List.of(
            new Edge(
                "network-policy",
                State.BROKEN,
                "a NetworkPolicy lets no questions through",
                blocks));
  }

  /**
   * Whether the rules of the client's node let its questions get to CoreDNS, and the answers back.
   */
  List<Edge> ofPackets(String node) {
    List<Fact> shown =
        new ArrayList<>(
            known.all(
                FlowVerdict.class,
                each ->
                    each.flow().equals("pod-to-dns") && each.from().equals(node) && each.lost()));
    shown.addAll(
        known.all(
            ServiceRulesMissing.class,
            each -> each.node().equals(node) && each.service().equals("kube-dns")));
    if (!shown.isEmpty()) {
      return List.of(
          packets("the captured rules let no question from " + node + " get to CoreDNS", shown));
    }
    List<Fact> tunnel = ofTunnel(node);
    return tunnel.isEmpty()
        ? List.of()
        : List.of(
            packets(
                "the captured rules lose what the tunnel carries between "
                    + node
                    + " and CoreDNS's node",
                tunnel));
  }

  private static Edge packets(String text, List<Fact> shown) {
    return new Edge("packets", State.BROKEN, text, shown);
  }

  /** What is lost on the way to CoreDNS or back, where no pod of it is on the node itself. */
  private List<Fact> ofTunnel(String node) {
    List<String> ends = pods.stream().filter(Pod::ready).map(Pod::node).toList();
    return ends.contains(node)
        ? List.of()
        : List.copyOf(
            known.all(
                FlowVerdict.class,
                each ->
                    TUNNELS.contains(each.flow())
                        && each.lost()
                        && (each.from().equals(node)
                            ? ends.contains(each.to())
                            : each.to().equals(node) && ends.contains(each.from()))));
  }

  /** What questions from the host met at capture, one edge for each server that was asked. */
  List<Edge> ofProbes(String host, String probe) {
    Map<String, List<Probe>> byServer = new LinkedHashMap<>();
    for (Probe each : known.all(Probe.class)) {
      if (each.node().equals(host) && each.probe().equals(probe)) {
        String server = each.peer().isEmpty() ? each.address() : each.peer() + " " + each.address();
        byServer.computeIfAbsent(server, key -> new ArrayList<>()).add(each);
      }
    }
    List<Edge> edges = new ArrayList<>();
    byServer.forEach((server, probes) -> edges.add(asked(host, probe, server, probes)));
    return edges;
  }

  private static Edge asked(String host, String probe, String server, List<Probe> probes) {
    boolean answered = probes.stream().anyMatch(each -> each.result().equals("ok"));
    return new Edge(
        probe,
        answered ? State.WORKS : State.BROKEN,
        host
            + " asks "
            + server
            + " for "
            + probes.get(0).question()
            + ": "
            + (answered ? "an answer" : probes.get(0).result()),
        List.copyOf(probes));
  }

  /** The servers that CoreDNS hands the name on to. */
  List<Edge> ofUpstreams(String name) {
    Map<String, Edge> edges = new LinkedHashMap<>();
    for (Upstream upstream :
        known.all(Upstream.class, each -> Answers.isWithin(name, each.zone()))) {
      List<Probe> probes =
          known.all(
              Probe.class,
              each ->
                  upstream.port() == 53
                      && each.probe().equals("dns-upstream")
                      && each.node().equals(upstream.node())
                      && each.address().equals(upstream.address()));
      List<FlowVerdict> blocked =
          known.all(
              FlowVerdict.class,
              each ->
                  each.flow().equals("dns-to-upstream")
                      && each.lost()
                      && each.from().equals(upstream.node())
                      && each.to().equals(upstream.address()));
      edges.putIfAbsent(upstream.node() + upstream.server(), upstream(upstream, probes, blocked));
    }
    return List.copyOf(edges.values());
  }

  private static Edge upstream(Upstream upstream, List<Probe> probes, List<FlowVerdict> blocked) {
    List<Fact> shown = new ArrayList<>(List.of(upstream));
    shown.addAll(blocked);
    shown.addAll(probes);
    boolean answered = probes.stream().anyMatch(each -> each.result().equals("ok"));
    State asked = probes.isEmpty() ? State.UNKNOWN : answered ? State.WORKS : State.BROKEN;
    String met = probes.isEmpty() ? "" : ": " + probes.get(0).result();
    return new Edge(
        "upstream",
        blocked.isEmpty() ? asked : State.BROKEN,
        "CoreDNS on "
            + upstream.node()
            + " hands it on to "
            + upstream.server()
            + (blocked.isEmpty()
                ? met
                : ": " + blocked.get(0).verdict() + " on " + blocked.get(0).node()),
        shown);
  }
}
