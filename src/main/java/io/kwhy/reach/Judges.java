package io.kwhy.reach;

import io.kwhy.fact.Known;
import io.kwhy.fact.network.FlannelConfig;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Ruleset;
import io.kwhy.reach.host.FirewallOfHost;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Those who judge flows, of each node whose rules were captured. */
final class Judges {
  private final Known known;
  private final boolean v6;
  private final TreeMap<String, Judge> all = new TreeMap<>();

  Judges(Known known, Peers peers) {
    this.known = known;
    this.v6 = peers.v6();
    for (Peer peer : peers.all()) {
      FirewallOfHost firewall = new FirewallOfHost(known, peer.host());
      Optional<Ruleset> rules = peer.captured() ? firewall.ruleset(v6) : Optional.empty();
      rules.ifPresent(
          r ->
              all.put(
                  peer.name(),
                  new Judge(
                      peer.name(), r, firewall.firewall(r), pods(peer), addresses(peer.host()))));
    }
  }

  /** By the nodes' names. */
  Map<String, Judge> all() {
    return all;
  }

  boolean know(Peer peer) {
    return all.containsKey(peer.name());
  }

  /** That of a node; null where its rules are not known. */
  Judge of(Peer peer) {
    return all.get(peer.name());
  }

  /** The range of all pods, as flannel has it on that host. */
  private String pods(Peer peer) {
    return known.of(FlannelConfig.class, FlannelConfig::node, peer.host()).stream()
        .map(v6 ? FlannelConfig::network6 : FlannelConfig::network)
        .filter(range -> !range.isEmpty())
        .findFirst()
        .orElseGet(() -> v6 ? range(peer) : "10.42.0.0/16");
  }

  private Set<String> addresses(String host) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, host).stream()
        .map(InterfaceAddress::address)
        .collect(Collectors.toSet());
  }

  private static String range(Peer peer) {
    return peer.ranges().stream().map(IpPrefix::toString).findFirst().orElse("fd00:42::/56");
  }
}
