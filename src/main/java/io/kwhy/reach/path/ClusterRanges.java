package io.kwhy.reach.path;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.network.FlannelConfig;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.reach.host.Peers;
import java.util.stream.Stream;

/** The addresses that a cluster gives to its pods and Services: no other network has them. */
final class ClusterRanges {
  private final Known known;
  private final Peers peers;

  ClusterRanges(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  boolean contain(IpAddress address) {
    return Stream.concat(ofNodes(), ofAll()).anyMatch((IpPrefix range) -> range.contains(address))
        || known.all(Service.class).stream()
            .anyMatch(service -> service.clusterIps().contains(address.toString()));
  }

  private Stream<IpPrefix> ofNodes() {
    return peers.all().stream().flatMap(peer -> peer.ranges().stream());
  }

  private Stream<IpPrefix> ofAll() {
    return known.all(FlannelConfig.class).stream()
        .flatMap(config -> Stream.of(config.network(), config.network6()))
        .flatMap(range -> IpPrefix.parse(range).stream());
  }
}
