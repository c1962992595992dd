package io.kwhy.policy;

import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.NetworkPolicyRule;
import io.kwhy.fact.cluster.NetworkPolicyRule.Peer;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whom the rules of NetworkPolicies mean. */
final class PolicyPeers {
  private final Map<String, SortedMap<String, String>> namespaces = new HashMap<>();
  private final Map<String, List<InterfaceAddress>> addresses;

  /** With what is known of the cluster's namespaces and of hosts' addresses. */
  PolicyPeers(Collection<Namespace> namespaces, Collection<InterfaceAddress> addresses) {
    namespaces.forEach(each -> this.namespaces.put(each.name(), each.labels()));
    this.addresses = addresses.stream().collect(Collectors.groupingBy(InterfaceAddress::node));
  }

  /** Whether a pod is among those that the rule means. */
  boolean allows(NetworkPolicyRule rule, Pod pod) {
    return rule.peers().isEmpty()
        || rule.peers().stream().anyMatch(peer -> means(peer, rule.namespace(), pod));
  }

  private boolean means(Peer peer, String own, Pod pod) {
    if (!peer.cidr().isEmpty()) {
      return within(peer, pod.podIp());
    }
    boolean namespace =
        peer.byNamespace()
            ? peer.namespaces().matches(namespaces.getOrDefault(pod.namespace(), new TreeMap<>()))
            : pod.namespace().equals(own);
    return namespace && (!peer.byPod() || peer.pods().matches(pod.labels()));
  }

  /** Any of the node's addresses will do: which one it sends from depends on its routes. */
  boolean allows(NetworkPolicyRule rule, Node node) {
    return rule.peers().isEmpty()
        || rule.peers().stream()
            .filter(peer -> !peer.cidr().isEmpty())
            .anyMatch(
                peer ->
                    within(peer, node.internalIp())
                        || addresses.getOrDefault(node.name(), List.of()).stream()
                            .anyMatch(address -> within(peer, address.address())));
  }

  /** An address outside the cluster. */
  static boolean allows(NetworkPolicyRule rule, String address) {
    return rule.peers().isEmpty() || rule.peers().stream().anyMatch(peer -> within(peer, address));
  }

  private static boolean within(Peer peer, String address) {
    return within(address, peer.cidr())
        && peer.except().stream().noneMatch(except -> within(address, except));
  }

  private static boolean within(String address, String cidr) {
    return IpAddress.parse(address)
        .flatMap(own -> IpPrefix.parse(cidr).map(range -> range.contains(own)))
        .orElse(false);
  }
}
