package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.names.DnsPolicyBlock;
import io.kwhy.fact.names.ResolutionPath.Edge;
import io.kwhy.fact.names.ResolutionPath.State;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.ServiceRulesMissing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Edges of the way of a name: whether the client's questions get to CoreDNS. */
final class PacketEdges {
  private static final Set<String> TUNNELS = Set.of("vxlan", "wireguard");

  private final Known known;
  private final List<Pod> pods;

  PacketEdges(Known known) {
    this.known = known;
    this.pods = known.all(Pod.class, Coredns::isPod);
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
            each ->
                each.node().equals(node)
                    && each.service().equals("kube-dns")
                    && !each.asker().equals("host")));
    if (!shown.isEmpty()) {
      boolean asked = shown.stream().allMatch(e -> e instanceof FlowVerdict v && v.answer());
      return List.of(
          packets(
              asked
                  ? "the captured rules let no answer of CoreDNS get back to " + node
                  : "the captured rules let no question from " + node + " get to CoreDNS",
              shown));
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
}
