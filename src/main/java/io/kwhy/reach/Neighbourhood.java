package io.kwhy.reach;

import io.kwhy.fact.Known;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.reach.host.Peers;
import java.util.Optional;

/** Who sits beside a host, and is none of the cluster's hosts. */
record Neighbourhood(Known known, Peers peers) {
  /** An address of the same network that no host of the cluster has. */
  Optional<String> free(InterfaceAddress own) {
    return IpPrefix.parse(own.cidr()).flatMap(this::untaken);
  }

  private Optional<String> untaken(IpPrefix network) {
    IpAddress first = network.network();
    long size = 1L << Math.min(16, first.bits() - network.length());
    for (long at = size - 2; at > 0; at--) {
      String address = new IpAddress(first.v6(), first.high(), first.low() + at).toString();
      if (!taken(address)) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }

  private boolean taken(String address) {
    return peers.all().stream().anyMatch(peer -> peer.address().equals(address))
        || known.all(InterfaceAddress.class).stream().anyMatch(a -> a.address().equals(address));
  }
}
