package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.names.ResolutionPath.Edge;
import io.kwhy.fact.names.ResolutionPath.State;
import io.kwhy.fact.names.Upstream;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.probe.Probe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Edges of the way of a name: what was asked at capture, and what came of it. */
final class AskedEdges {
  private final Known known;

  AskedEdges(Known known) {
    this.known = known;
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
    List<FlowVerdict> lost = lostOf(host);
    byServer.forEach((server, probes) -> edges.add(asked(host, probe, server, probes, lost)));
    return edges;
  }

  /** What the rules of hosts take of questions that the host itself asks, not its pods. */
  private List<FlowVerdict> lostOf(String host) {
    return known.all(
        FlowVerdict.class,
        each -> each.flow().equals("node-to-dns") && each.lost() && each.from().equals(host));
  }

  private static Edge asked(
      String host, String probe, String server, List<Probe> probes, List<FlowVerdict> lost) {
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
            + (answered ? "an answer" : probes.get(0).result() + taken(lost)),
        answered
            ? List.copyOf(probes)
            : Stream.<Fact>concat(lost.stream(), probes.stream()).toList());
  }

  private static String taken(List<FlowVerdict> lost) {
    return lost.isEmpty()
        ? ""
        : ", for "
            + (lost.get(0).answer() ? "the answer to" : "the question of")
            + " the host itself is "
            + lost.get(0).verdict()
            + " on "
            + lost.get(0).node();
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
                      && each.ofUpstream()
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
