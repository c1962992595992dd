package io.kwhy.parse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Place;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts of a bundle by name, each with its entries. */
final class CapturedHosts {
  private static final Pattern FILE = Pattern.compile("nodes/([^/]+)/files/");

  private final NodeNames names;
  private final Manifest manifest;
  private final Consumer<Gap> gaps;
  private final Map<String, CapturedHost> hosts = new TreeMap<>();

  private CapturedHosts(NodeNames names, Manifest manifest, Consumer<Gap> gaps) {
    this.names = names;
    this.manifest = manifest;
    this.gaps = gaps;
  }

  /** The entries that are of the cluster, and of no host. */
  static CapturedHost cluster(Bundle bundle) {
    CapturedHost cluster = new CapturedHost("", "");
    for (Entry entry : bundle.entries()) {
      Optional<Place> place = Layout.place(entry.path());
      if (place.isPresent() && place.get().node().isEmpty()) {
        cluster.add(new Input(place.get().source(), "", entry, bundle.manifest().collectedAt()));
      }
    }
    return cluster;
  }

  /**
   * All hosts that the bundle names or has entries of.
   *
   * @param manifest the bundle's, with these names
   * @param gaps takes what could not be read of a host
   */
  static CapturedHosts of(Bundle bundle, NodeNames names, Manifest manifest, Consumer<Gap> gaps) {
    CapturedHosts all = new CapturedHosts(names, manifest, gaps);
    HostRoles roles = new HostRoles(bundle);
    for (String host : Layout.hosts(bundle)) {
      all.hosts.put(names.of(host), new CapturedHost(names.of(host), roles.of(host)));
    }
    bundle.entries().forEach(all::add);
    all.hosts.values().forEach(all::fillLinks);
    return all;
  }

  private void add(Entry entry) {
    Optional<Place> place = Layout.place(entry.path());
    String node = place.map(Place::node).map(names::of).orElse("");
    if (hosts.containsKey(node)) {
      hosts.get(node).add(new Input(place.get().source(), node, entry, collectedAt(node)));
    } else if (place.isEmpty()) {
      addOther(entry);
    }
  }

  private void addOther(Entry entry) {
    Matcher file = FILE.matcher(entry.path());
    CapturedHost host = file.lookingAt() ? hosts.get(names.of(file.group(1))) : null;
    if (host != null) {
      host.addOther(entry, collectedAt(host.node()));
    }
  }

  private Instant collectedAt(String node) {
    Manifest.HostRecord host = manifest.nodes().get(node);
    return host == null || host.collectedAt().equals(Fact.UNKNOWN_TIME)
        ? manifest.collectedAt()
        : host.collectedAt();
  }

  private void fillLinks(CapturedHost host) {
    try {
      host.fillLinks();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      tellUnread(host, e);
    }
  }

  /** Tells that a host, or what takes more than one of its entries, could not be read. */
  void tellUnread(CapturedHost host, Throwable why) {
    gaps.accept(new Gap(Origin.of(names.folder(host.node())), Parser.unread(why)));
  }

  /** All of them, by name. */
  Collection<CapturedHost> all() {
    return hosts.values();
  }

  /** What they are called among facts. */
  Set<String> names() {
    return hosts.keySet();
  }

  /** Server, agent or {@code ""}. */
  String role(String node) {
    CapturedHost host = hosts.get(node);
    return host == null ? "" : host.role();
  }

  /** Whether nothing of a host tells what k3s is told there, but for its log. */
  boolean hasOnlyLogs(String node) {
    CapturedHost host = hosts.get(node);
    return host != null
        && host.of(Source.K3S_CONFIG).isEmpty()
        && host.of(Source.K3S_UNIT).isEmpty();
  }
}
