package io.kwhy.parse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Place;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.probe.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the hosts of a bundle are called among facts: as the bundle does, but for one that the
 * cluster knows as a Node by another name ({@code node-name}, {@code with-node-id}, a name that a
 * collector made up). Its facts have the Node's name, so that they meet those of the cluster.
 */
final class NodeNames {
  /** A machine-id has 32 digits. */
  private static final int MACHINE_ID = 64;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> folders = new HashMap<>();

  private NodeNames() {}

  /**
   * @param facts the cluster's, Nodes among them
   */
  static NodeNames of(Bundle bundle, List<Fact> facts) {
    NodeNames all = new NodeNames();
    List<String> hosts = Layout.hosts(bundle);
    List<Node> nodes = facts.stream().filter(Node.class::isInstance).map(Node.class::cast).toList();
    Set<String> registered = new HashSet<>();
    nodes.forEach(node -> registered.add(node.name()));
    if (nodes.isEmpty() || registered.containsAll(hosts)) {
      return all;
    }
    Map<String, String> machines = machines(bundle);
    SortedMap<String, String> found = new TreeMap<>();
    for (String host : hosts) {
      if (!registered.contains(host)) {
        String machine = machines.getOrDefault(host, "");
        String hostname = hostname(bundle.manifest(), host);
        only(nodes, node -> !machine.isEmpty() && node.machineId().equals(machine))
            .or(() -> only(nodes, node -> node.name().equals(hostname)))
            .or(() -> only(nodes, node -> unseen(bundle.manifest(), host, node)))
            .filter(node -> !hosts.contains(node))
            .ifPresent(node -> found.put(host, node));
      }
    }
    found.forEach((host, node) -> all.add(host, node, found));
    return all;
  }

  /** Where two hosts look like one Node, neither is known to be it. */
  private void add(String host, String node, Map<String, String> found) {
    if (found.values().stream().filter(node::equals).count() == 1) {
      names.put(host, node);
      folders.put(node, host);
    }
  }

  private static Optional<String> only(List<Node> nodes, Predicate<Node> fits) {
    List<Node> all = nodes.stream().filter(fits).toList();
    return all.size() == 1 ? Optional.of(all.get(0).name()) : Optional.empty();
  }

  private static String hostname(Manifest manifest, String host) {
    Manifest.HostRecord record = manifest.nodes().get(host);
    return record == null ? "" : record.hostname().toLowerCase(Locale.ROOT);
  }

  /** Of a host that nobody looked at, only its address tells which Node it is. */
  private static boolean unseen(Manifest manifest, String host, Node node) {
    Manifest.HostRecord record = manifest.nodes().get(host);
    return record != null && !record.collected() && record.addresses().contains(node.internalIp());
  }

  private static Map<String, String> machines(Bundle bundle) {
    Map<String, String> machines = new HashMap<>();
    for (Entry entry : bundle.entries()) {
      Optional<Place> place = Layout.place(entry.path());
      if (place.isPresent() && place.get().source() == Source.MACHINE_ID) {
        machines.put(place.get().node(), machine(entry));
      }
    }
    return machines;
  }

  /** One that cannot be read tells nothing here; its own parser makes a gap of it. */
  private static String machine(Entry entry) {
    try (InputStream in = entry.open()) {
      return new String(in.readNBytes(MACHINE_ID), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** The name among facts of a host that the bundle calls so. */
  String of(String host) {
    return names.getOrDefault(host, host);
  }

  /** Where the entries of a host lie that is called so among facts. */
  String folder(String name) {
    return "nodes/" + folders.getOrDefault(name, name);
  }

  /** The manifest, with these names. */
  Manifest of(Manifest manifest) {
    SortedMap<String, Manifest.HostRecord> nodes = new TreeMap<>();
    manifest.nodes().forEach((host, record) -> nodes.put(of(host), record));
    return new Manifest(
        manifest.schema(),
        manifest.product(),
        manifest.collectedAt(),
        manifest.pseudonyms(),
        nodes);
  }

  /** A probe that names its target as the bundle does, {@code w2} or {@code coredns@w2}. */
  Fact of(Fact fact) {
    return fact instanceof Probe probe && !names.isEmpty() ? probe.withPeer(peer(probe)) : fact;
  }

  private String peer(Probe probe) {
    int host = probe.peer().indexOf('@') + 1;
    return probe.peer().substring(0, host) + of(probe.peer().substring(host));
  }
}
