package io.kwhy.policy;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.NetworkPolicy;
import io.kwhy.fact.cluster.NetworkPolicyRule;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.TemplatePort;
import io.kwhy.fact.network.InterfaceAddress;
import java.util.List;
import java.util.Optional;

/**
 * What NetworkPolicies make of a connection. A pod that policies select is closed in their
 * directions, but for what their rules allow together. What a node sends to its own pods always
 * passes.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Kubernetes:
 *     Network Policies</a>
 */
public final class Openings {
  private final Known known;
  private final PolicyPeers peers;

  /** Of the policies, pods and namespaces among the facts. */
  public Openings(Known known) {
    this.known = known;
    this.peers = new PolicyPeers(known.all(Namespace.class), known.all(InterfaceAddress.class));
  }

  /** What keeps it from leaving the pod that asks, if anything does. */
  public Optional<Closure> egress(Attempt attempt) {
    return attempt
        .client()
        .filter(pod -> !pod.hostNetwork())
        .flatMap(pod -> closure(pod, true, attempt));
  }

  /** What keeps it from entering the pod that is asked, if anything does. */
  public Optional<Closure> ingress(Attempt attempt) {
    return attempt
        .server()
        .filter(pod -> node(attempt).filter(node -> node.name().equals(pod.node())).isEmpty())
        .flatMap(pod -> closure(pod, false, attempt));
  }

  private Optional<Closure> closure(Pod pod, boolean egress, Attempt attempt) {
    List<NetworkPolicy> policies = selecting(pod, egress);
    List<NetworkPolicyRule> rules =
        policies.stream().flatMap(policy -> rules(policy, egress, attempt).stream()).toList();
    return policies.isEmpty() || rules.stream().anyMatch(rule -> means(rule, egress, attempt))
        ? Optional.empty()
        : Optional.of(new Closure(closing(policies, egress, attempt), rules.isEmpty()));
  }

  /** A cluster has many pods, and most of their namespaces no policy. */
  private List<NetworkPolicy> selecting(Pod pod, boolean egress) {
    return known.of(NetworkPolicy.class, NetworkPolicy::namespace, pod.namespace()).stream()
        .filter(policy -> egress ? policy.egress() : policy.ingress())
        .filter(policy -> policy.pods().matches(pod.labels()))
        .toList();
  }

  private List<NetworkPolicyRule> rules(NetworkPolicy policy, boolean egress, Attempt attempt) {
    return rules(policy, egress).stream().filter(rule -> isOnPort(rule, attempt)).toList();
  }

  private List<NetworkPolicyRule> rules(NetworkPolicy policy, boolean egress) {
    return known
        .of(NetworkPolicyRule.class, NetworkPolicyRule::namespace, policy.namespace())
        .stream()
        .filter(rule -> rule.policy().equals(policy.name()) && rule.egress() == egress)
        .toList();
  }

  /** A port that is not known as a number, or a name of which nobody knows it, may be the one. */
  private boolean isOnPort(NetworkPolicyRule rule, Attempt attempt) {
    return rule.ports().isEmpty()
        || rule.ports().stream()
            .filter(port -> port.protocol().equals(attempt.protocol()))
            .anyMatch(
                port ->
                    attempt.port() == 0
                        || (port.port().chars().allMatch(Character::isDigit)
                            ? port.allows(attempt.protocol(), attempt.port())
                            : mayBeCalled(attempt, port.port())));
  }

  /** A name means the port of that name that the pod which is asked declares. */
  private boolean mayBeCalled(Attempt attempt, String name) {
    List<TemplatePort> declared =
        attempt
            .server()
            .map(
                pod ->
                    known.of(TemplatePort.class, TemplatePort::name, pod.topName()).stream()
                        .filter(port -> port.namespace().equals(pod.namespace()))
                        .filter(port -> port.kind().equals(pod.topKind()))
                        .toList())
            .orElse(List.of());
    return declared.isEmpty()
        || declared.stream()
            .filter(port -> port.protocol().equals(attempt.protocol()))
            .anyMatch(port -> port.portName().equals(name) && port.port() == attempt.port());
  }

  private boolean means(NetworkPolicyRule rule, boolean egress, Attempt attempt) {
    Optional<Pod> other = egress ? attempt.server() : attempt.client();
    if (other.isPresent() && !other.get().hostNetwork()) {
      return peers.allows(rule, other.get());
    }
    return egress
        ? PolicyPeers.allows(rule, attempt.address())
        : node(attempt).map(node -> peers.allows(rule, node)).orElse(true);
  }

  /** The node that asks: a pod of the host's network asks as its node. */
  private Optional<Node> node(Attempt attempt) {
    Optional<Pod> ofHost = attempt.client().filter(Pod::hostNetwork);
    return ofHost.isEmpty()
        ? attempt.node()
        : known.first(Node.class, node -> node.name().equals(ofHost.get().node()));
  }

  private List<NetworkPolicy> closing(
      List<NetworkPolicy> policies, boolean egress, Attempt attempt) {
    List<NetworkPolicy> empty =
        policies.stream().filter(policy -> rules(policy, egress).isEmpty()).toList();
    List<NetworkPolicy> closing =
        policies.stream().filter(policy -> rules(policy, egress, attempt).isEmpty()).toList();
    return !empty.isEmpty() ? empty : !closing.isEmpty() ? closing : policies;
  }
}
