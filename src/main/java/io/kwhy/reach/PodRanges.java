package io.kwhy.reach;

import io.kwhy.netfilter.IpPrefix;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The ranges of the nodes' pods, found by what lies in them. */
final class PodRanges {
  private final Map<IpPrefix, List<Peer>> holders = new LinkedHashMap<>();
  private final Set<Integer> lengths = new TreeSet<>();

  PodRanges(Peers peers) {
    for (Peer peer : peers.all()) {
      for (IpPrefix range : peer.ranges()) {
        holders.computeIfAbsent(range, key -> new ArrayList<>()).add(peer);
        lengths.add(range.length());
      }
    }
  }

  /** The ranges that a network lies in, with their nodes: there is one of a length at most. */
  Map<IpPrefix, List<Peer>> around(IpPrefix network) {
    Map<IpPrefix, List<Peer>> around = new LinkedHashMap<>();
    for (int length : lengths) {
      if (length <= network.length()) {
        IpPrefix range = new IpPrefix(network.network(), length);
        Optional.ofNullable(holders.get(range)).ifPresent(all -> around.put(range, all));
      }
    }
    return around;
  }

  /** Whether one of them is a part of a network; 0.0.0.0/0 does not count, which holds all. */
  boolean haveOneWithin(IpPrefix network) {
    return network.length() > 0
        && holders.keySet().stream()
            .anyMatch(
                range -> network.length() < range.length() && network.contains(range.network()));
  }
}
