package io.kwhy.reach;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.reach.host.Peer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Addresses of pods and Services that flows begin and end at. */
final class ClusterAddresses {
  private final Known known;
  private final NodeLinks links;
  private final Set<String> podAddresses = new HashSet<>();

  /** Looked for once: each of thousands of nodes asks, among tens of thousands of addresses. */
  private List<String> resolvers;

  ClusterAddresses(Known known, NodeLinks links) {
    this.known = known;
    this.links = links;
    known.all(Pod.class).forEach(pod -> podAddresses.add(pod.podIp()));
  }

  /** Pods behind the Service kube-dns on a node. */
  List<String> resolvers(Peer peer) {
    return resolvers(known.of(Endpoint.class, Endpoint::node, peer.name()));
  }

  /** Pods behind the Service kube-dns on all nodes. */
  List<String> resolvers() {
    if (resolvers == null) {
      resolvers = resolvers(known.all(Endpoint.class));
    }
    return resolvers;
  }

  private List<String> resolvers(List<Endpoint> endpoints) {
    return endpoints.stream()
        .filter(each -> each.namespace().equals("kube-system") && each.service().equals("kube-dns"))
        .filter(each -> links.ours(each.address()))
        .map(Endpoint::address)
        .distinct()
        .toList();
  }

  List<String> serviceAddresses(String namespace, String name) {
    return known.all(Service.class).stream()
        .filter(each -> each.namespace().equals(namespace) && each.name().equals(name))
        .map(Service::clusterIp)
        .filter(links::ours)
        .toList();
  }

  /** An address of the node's range that no pod has, so that no pod's own policies are asked. */
  Optional<String> somePod(Peer peer) {
    for (IpPrefix range : peer.ranges()) {
      long size = 1L << Math.min(16, range.network().bits() - range.length());
      for (long at = size - 6; at > 1; at--) {
        IpAddress first = range.network();
        IpAddress address = new IpAddress(first.v6(), first.high(), first.low() + at);
        if (!podAddresses.contains(address.toString())) {
          return Optional.of(address.toString());
        }
      }
    }
    return Optional.empty();
  }

  /** The port of a server's API. */
  int apiPort(Peer server) {
    return known.of(K3sSetting.class, K3sSetting::node, server.host()).stream()
        .filter(setting -> setting.key().equals("https-listen-port"))
        .filter(setting -> setting.value().matches("\\d{1,5}"))
        .mapToInt(setting -> Integer.parseInt(setting.value()))
        .findFirst()
        .orElse(6443);
  }
}
