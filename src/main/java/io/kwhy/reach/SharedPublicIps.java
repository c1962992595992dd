package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.FlannelNode;
import io.kwhy.fact.network.SharedPublicIp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Nodes that share an address. Grouped here, as rules would hold each of them against each other
 * one where an annotation was copied with thousands of Nodes.
 */
final class SharedPublicIps {
  private SharedPublicIps() {}

  static List<Fact> of(Known known) {
    Map<String, List<FlannelNode>> byAddress = new TreeMap<>();
    for (FlannelNode flannel : known.all(FlannelNode.class)) {
      if (!flannel.publicIp().isEmpty()) {
        byAddress.computeIfAbsent(flannel.publicIp(), address -> new ArrayList<>()).add(flannel);
      }
    }
    List<Fact> shared = new ArrayList<>();
    byAddress.values().forEach(all -> shared.addAll(pairs(all)));
    return shared;
  }

  private static List<SharedPublicIp> pairs(Collection<FlannelNode> all) {
    Comparator<FlannelNode> byName = Comparator.comparing(FlannelNode::node);
    String first = all.stream().min(byName).orElseThrow().node();
    return all.stream()
        .filter(other -> !other.node().equals(first))
        .map(o -> new SharedPublicIp(first, o.node(), o.publicIp(), o.origin()))
        .toList();
  }
}
