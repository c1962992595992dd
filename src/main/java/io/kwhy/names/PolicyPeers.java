package io.kwhy.names;

import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.NetworkPolicyRule;
import io.kwhy.fact.cluster.NetworkPolicyRule.Peer;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.network.InterfaceAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whom the rules of NetworkPolicies mean. */
final class PolicyPeers {
  private final Map<String, SortedMap<String, String>> namespaces = new HashMap<>();
  private final Map<String, List<InterfaceAddress>> addresses;

  PolicyPeers(Known known) {
    known.all(Namespace.class).forEach(each -> namespaces.put(each.name(), each.labels()));
    addresses = known.by(InterfaceAddress.class, InterfaceAddress::node);
  }

  /** Whether it allows UDP port 53, of which CoreDNS's pod may have a name: that counts as yes. */
  static boolean allowsDns(NetworkPolicyRule rule) {
    return rule.ports().isEmpty()
        || rule.ports().stream()
            .anyMatch(
                port ->
                    port.allows("UDP", 53)
                        || (port.protocol().equals("UDP")
                            && !port.port().chars().allMatch(Character::isDigit)));
  }

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
    return Addresses.within(address, peer.cidr())
        && peer.except().stream().noneMatch(except -> Addresses.within(address, except));
  }
}
