package io.kwhy.parse;

import io.kwhy.bundle.Manifest;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.NotCaptured;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.node.Host;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Who the hosts are, and which of them were looked at. */
final class HostFacts {

  /** Stands for a host as a whole among the sources. */
  private static final String HOST = "host";

  private HostFacts() {}

  /** Hosts as the bundle describes them or as their entries show, each captured or not. */
  static List<Fact> of(Manifest manifest, Collection<CapturedHost> hosts) {
    List<Fact> facts = new ArrayList<>();
    manifest
        .nodes()
        .forEach(
            (name, host) ->
                facts.add(
                    new Host(
                        name,
                        host.role(),
                        host.hostname(),
                        host.addresses(),
                        host.collected(),
                        new Origin(Manifest.ENTRY, host.line()))));
    for (CapturedHost host : hosts) {
      Manifest.HostRecord described = manifest.nodes().get(host.node());
      Origin origin = new Origin(Manifest.ENTRY, described == null ? 0 : described.line());
      if (described == null && host.hasEntries()) {
        facts.add(new Host(host.node(), host.role(), host.node(), List.of(), true, origin));
      }
      facts.add(
          host.hasEntries()
              ? new Captured(HOST, host.node(), origin)
              : new NotCaptured(HOST, host.node(), whyNot(manifest, host), origin));
    }
    return facts;
  }

  /** Why nothing of a host, or not all, is in the bundle. */
  static String whyNot(Manifest manifest, CapturedHost owner) {
    Manifest.HostRecord host = manifest.nodes().get(owner.node());
    return host != null && !host.collected()
        ? "the host could not be logged in to"
        : "not in the bundle";
  }

  /** Nodes that the cluster knows and nobody looked at. */
  static List<Fact> strangers(List<Fact> facts, Set<String> known) {
    List<Fact> strangers = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Node node && !known.contains(node.name())) {
        strangers.add(
            new NotCaptured(HOST, node.name(), "the host was not looked at", node.origin()));
      }
    }
    return strangers;
  }
}
