package io.kwhy.policy;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.NetworkPolicy;
import io.kwhy.fact.cluster.NetworkPolicyRule;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.PolicyBlock;
import io.kwhy.fact.network.InterfaceAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Facts in, wanted connections that NetworkPolicies do not let through out. A pod that policies
 * select is closed in their directions, but for what their rules allow together. What a node sends
 * to its own pods always passes.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Kubernetes:
 *     Network Policies</a>
 */
public final class Policies {
  private final Known facts;
  private final PolicyPeers peers;
  private final List<Fact> blocks = new ArrayList<>();

  private Policies(Known facts) {
    this.facts = facts;
    this.peers = new PolicyPeers(facts.all(Namespace.class), facts.all(InterfaceAddress.class));
  }

  /** The connections, in an order that does not depend on that of the facts. */
  public static List<Fact> follows(Collection<? extends Fact> all) {
    Known facts = new Known(all);
    if (facts.all(NetworkPolicy.class).isEmpty()) {
      return List.of();
    }
    Policies policies = new Policies(facts);
    new Attempts(facts).all().forEach(policies::judge);
    return List.copyOf(policies.blocks);
  }

  private void judge(Attempt attempt) {
    attempt.client().filter(pod -> !pod.hostNetwork()).ifPresent(pod -> close(pod, true, attempt));
    attempt
        .server()
        .filter(pod -> attempt.node().filter(n -> n.name().equals(pod.node())).isEmpty())
        .ifPresent(pod -> close(pod, false, attempt));
  }

  private void close(Pod pod, boolean egress, Attempt attempt) {
    List<NetworkPolicy> policies = selecting(pod, egress);
    boolean open =
        policies.isEmpty()
            || policies.stream()
                .flatMap(policy -> rules(policy, egress).stream())
                .anyMatch(rule -> onPort(rule, attempt) && allows(rule, egress, attempt));
    if (!open) {
      toBlame(policies, egress).forEach(policy -> block(policy, egress, attempt));
    }
  }

  private boolean allows(NetworkPolicyRule rule, boolean egress, Attempt attempt) {
    Optional<Pod> other = egress ? attempt.server() : attempt.client();
    if (other.isPresent() && !other.get().hostNetwork()) {
      return peers.allows(rule, other.get());
    }
    return egress
        ? PolicyPeers.allows(rule, attempt.address())
        : node(attempt).map(node -> peers.allows(rule, node)).orElse(true);
  }

  /** A pod of the host's network asks as its node. */
  private Optional<Node> node(Attempt attempt) {
    return attempt
        .node()
        .or(
            () ->
                facts.all(Node.class).stream()
                    .filter(
                        n -> attempt.client().filter(p -> p.node().equals(n.name())).isPresent())
                    .findFirst());
  }

  /** A port by name, or one that is not known as a number, may be the one. */
  private static boolean onPort(NetworkPolicyRule rule, Attempt attempt) {
    return rule.ports().isEmpty()
        || rule.ports().stream()
            .filter(port -> port.protocol().equals("TCP"))
            .anyMatch(
                port ->
                    attempt.port() == 0
                        || !port.port().chars().allMatch(Character::isDigit)
                        || port.allows("TCP", attempt.port()));
  }

  private List<NetworkPolicy> selecting(Pod pod, boolean egress) {
    return facts.all(NetworkPolicy.class).stream()
        .filter(policy -> policy.namespace().equals(pod.namespace()))
        .filter(policy -> egress ? policy.egress() : policy.ingress())
        .filter(policy -> policy.pods().matches(pod.labels()))
        .toList();
  }

  private List<NetworkPolicyRule> rules(NetworkPolicy policy, boolean egress) {
    return facts.all(NetworkPolicyRule.class).stream()
        .filter(rule -> rule.namespace().equals(policy.namespace()))
        .filter(rule -> rule.policy().equals(policy.name()) && rule.egress() == egress)
        .toList();
  }

  /** The policies that allow nothing close the pod; where there is none, all of them do. */
  private List<NetworkPolicy> toBlame(List<NetworkPolicy> policies, boolean egress) {
    List<NetworkPolicy> closing =
        policies.stream().filter(policy -> rules(policy, egress).isEmpty()).toList();
    return closing.isEmpty() ? policies : closing;
  }

  private void block(NetworkPolicy policy, boolean egress, Attempt attempt) {
    Optional<Pod> client = attempt.client();
    Optional<Pod> server = attempt.server();
    blocks.add(
        new PolicyBlock(
            egress ? "egress" : "ingress",
            policy.namespace(),
            policy.name(),
            client.isPresent() ? "pod" : "node",
            client.map(Pod::namespace).orElse(""),
            client.map(Pod::name).or(() -> attempt.node().map(Node::name)).orElse(""),
            server.map(Pod::namespace).orElse(""),
            server.map(Pod::name).orElse(attempt.address()),
            attempt.port(),
            policy.created(),
            policy.origin()));
  }
}
