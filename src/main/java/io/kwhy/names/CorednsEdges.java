package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.cluster.Workload;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.names.CorefileProblem;
import io.kwhy.fact.names.MissingRight;
import io.kwhy.fact.names.ResolutionPath.Edge;
import io.kwhy.fact.names.ResolutionPath.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edges of the way of a name: whether CoreDNS can answer, and kube-dns leads to it. */
final class CorednsEdges {
  private static final String NAMESPACE = "kube-system";

  private final Known known;
  private final List<Pod> pods;

  CorednsEdges(Known known) {
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
}
