package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.NetworkPolicy;
import io.kwhy.fact.cluster.NetworkPolicyRule;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.names.DnsPolicyBlock;
import io.kwhy.fact.names.Upstream;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.policy.PolicyPeers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which clients cannot ask CoreDNS because of NetworkPolicies. A pod that a policy selects is
 * closed in the policy's directions, but for what the rules of all policies that select it allow.
 * What a node sends to its own pods always passes.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Kubernetes:
 *     Network Policies</a>
 */
final class DnsPolicies {
  private final Known known;
  private final PolicyPeers peers;
  private final List<Fact> blocks = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();

  DnsPolicies(Known known) {
    this.known = known;
    this.peers = new PolicyPeers(known.all(Namespace.class), known.all(InterfaceAddress.class));
  }

  List<Fact> all() {
    if (known.all(NetworkPolicy.class).isEmpty()) {
      return List.of();
    }
    List<Pod> servers = known.all(Pod.class, pod -> pod.ready() && Coredns.isPod(pod));
    List<Pod> clients =
        known.all(
            Pod.class, pod -> !pod.hostNetwork() && !pod.node().isEmpty() && !Coredns.isPod(pod));
    for (Pod server : servers) {
      ingress(server, clients);
      clients.forEach(client -> egress(client, server));
      upstream(server);
    }
    return blocks;
  }

  private void ingress(Pod server, List<Pod> clients) {
    List<NetworkPolicy> policies = selecting(server, false);
    if (policies.isEmpty()) {
      return;
    }
    List<NetworkPolicyRule> rules = rules(policies, false);
    boolean nobody = rules.isEmpty();
    for (NetworkPolicy policy : toBlame(policies, false)) {
      for (Pod client : clients) {
        if (rules.stream().noneMatch(rule -> peers.allows(rule, client))) {
          block("ingress", policy, "pod", client.namespace(), client.name(), server, nobody);
        }
      }
      for (Node node : known.all(Node.class, each -> !each.name().equals(server.node()))) {
        if (rules.stream().noneMatch(rule -> peers.allows(rule, node))) {
          block("ingress", policy, "node", "", node.name(), server, nobody);
        }
      }
    }
  }

  private void egress(Pod client, Pod server) {
    List<NetworkPolicy> policies = selecting(client, true);
    if (policies.isEmpty()) {
      return;
    }
    List<NetworkPolicyRule> rules = rules(policies, true);
    if (rules.stream().noneMatch(rule -> peers.allows(rule, server))) {
      for (NetworkPolicy policy : toBlame(policies, true)) {
        block("egress", policy, "pod", client.namespace(), client.name(), server, rules.isEmpty());
      }
    }
  }

  /** What CoreDNS may hand questions on to. */
  private void upstream(Pod server) {
    List<NetworkPolicy> policies = selecting(server, true);
    if (policies.isEmpty()) {
      return;
    }
    List<NetworkPolicyRule> rules = rules(policies, true);
    for (Upstream upstream : known.all(Upstream.class, each -> each.pod().equals(server.name()))) {
      if (rules.stream().noneMatch(rule -> PolicyPeers.allows(rule, upstream.address()))) {
        for (NetworkPolicy policy : toBlame(policies, true)) {
          block("egress", policy, "upstream", "", upstream.address(), server, rules.isEmpty());
        }
      }
    }
  }

  /** A cluster has many pods, and most of their namespaces no policy. */
  private List<NetworkPolicy> selecting(Pod pod, boolean egress) {
    return known.of(NetworkPolicy.class, NetworkPolicy::namespace, pod.namespace()).stream()
        .filter(policy -> egress ? policy.egress() : policy.ingress())
        .filter(policy -> policy.pods().matches(pod.labels()))
        .toList();
  }

  private List<NetworkPolicyRule> rules(List<NetworkPolicy> policies, boolean egress) {
    return policies.stream().flatMap(policy -> rules(policy, egress).stream()).toList();
  }

  private List<NetworkPolicyRule> rules(NetworkPolicy policy, boolean egress) {
    return known
        .of(NetworkPolicyRule.class, NetworkPolicyRule::namespace, policy.namespace())
        .stream()
        .filter(rule -> rule.policy().equals(policy.name()) && rule.egress() == egress)
        .filter(DnsPolicies::allowsDns)
        .toList();
  }

  /** The policies that allow nothing here close the pod; where there is none, all of them do. */
  private List<NetworkPolicy> toBlame(List<NetworkPolicy> policies, boolean egress) {
    List<NetworkPolicy> closing =
        policies.stream().filter(policy -> rules(policy, egress).isEmpty()).toList();
    return closing.isEmpty() ? policies : closing;
  }

  private void block(
      String direction,
      NetworkPolicy policy,
      String kind,
      String namespace,
      String client,
      Pod server,
      boolean nobody) {
    boolean first = seen.add(List.of(policy.namespace(), policy.name(), server.name(), kind));
    blocks.add(
        new DnsPolicyBlock(
            direction,
            policy.namespace(),
            policy.name(),
            kind,
            namespace,
            client,
            server.name(),
            nobody,
            first,
            policy.origin()));
  }

  /** Whether it allows UDP port 53, of which CoreDNS's pod may have a name: that counts as yes. */
  private static boolean allowsDns(NetworkPolicyRule rule) {
    return rule.ports().isEmpty()
        || rule.ports().stream()
            .anyMatch(
                port ->
                    port.allows("UDP", 53)
                        || (port.protocol().equals("UDP")
                            && !port.port().chars().allMatch(Character::isDigit)));
  }
}
