package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.NetworkPolicy;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.names.DnsPolicyBlock;
import io.kwhy.fact.names.Upstream;
import io.kwhy.policy.Attempt;
import io.kwhy.policy.Closure;
import io.kwhy.policy.Openings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which clients cannot ask CoreDNS, and whom CoreDNS cannot ask, because of NetworkPolicies. Of a
 * pod of it that is not ready, nobody gets an answer anyway: there only policies count that let
 * nobody ask at all.
 */
final class DnsPolicies {
  private static final int TLS = 853;

  private final Known known;
  private final Openings openings;
  private final List<Fact> blocks = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();

  DnsPolicies(Known known) {
    this.known = known;
    this.openings = new Openings(known);
  }

  List<Fact> all() {
    if (known.all(NetworkPolicy.class).isEmpty()) {
      return List.of();
    }
    List<Pod> clients =
        known.all(
            Pod.class, pod -> !pod.hostNetwork() && !pod.node().isEmpty() && !Coredns.isPod(pod));
    for (Pod server : known.all(Pod.class, Coredns::isPod)) {
      for (Pod client : clients) {
        ofPod(client, server);
      }
      for (Node node : known.all(Node.class)) {
        openings
            .ingress(Attempt.of(node, server, "UDP", 53))
            .ifPresent(closed -> block("ingress", closed, "node", "", node.name(), server));
      }
      upstream(server);
    }
    return blocks;
  }

  private void ofPod(Pod client, Pod server) {
    Attempt asked = Attempt.of(client, server, "UDP", 53);
    openings
        .ingress(asked)
        .ifPresent(
            closed -> block("ingress", closed, "pod", client.namespace(), client.name(), server));
    openings
        .egress(asked)
        .filter(closed -> server.ready())
        .ifPresent(
            closed -> block("egress", closed, "pod", client.namespace(), client.name(), server));
  }

  /** What CoreDNS may hand questions on to. */
  private void upstream(Pod server) {
    for (Upstream upstream : known.all(Upstream.class, each -> each.pod().equals(server.name()))) {
      String address = upstream.address();
      String protocol = upstream.port() == TLS ? "TCP" : "UDP";
      openings
          .egress(Attempt.of(server, address, protocol, upstream.port()))
          .ifPresent(closed -> block("egress", closed, "upstream", "", address, server));
    }
  }

  private void block(
      String direction, Closure closed, String kind, String namespace, String client, Pod server) {
    if (!server.ready() && !closed.toAll()) {
      return;
    }
    for (NetworkPolicy policy : closed.policies()) {
      boolean first =
          seen.add(List.of(direction, policy.namespace(), policy.name(), server.name(), kind));
      blocks.add(
          new DnsPolicyBlock(
              direction,
              policy.namespace(),
              policy.name(),
              kind,
              namespace,
              client,
              server.name(),
              closed.toAll(),
              first,
              policy.origin()));
    }
  }
}
