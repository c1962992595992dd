package io.kwhy.bundle;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Where in a bundle things lie, read off the paths of its entries and the table of sources. */
public final class Layout {
  private static final String NODES = "nodes/";
  private static final String PROBES = "probes/";
  private static final String PROBES_END = ".tsv";
  private static final PathTree SOURCES = PathTree.of(Source.values());

  private Layout() {}

  /** What the entry of that path is; nothing where no source lies there. */
  public static Optional<Place> place(String path) {
    return SOURCES.find(path);
  }

  /** Names of all hosts that the manifest names or something was captured on, sorted. */
  public static List<String> hosts(Bundle bundle) {
    NavigableSet<String> hosts = new TreeSet<>(bundle.manifest().nodes().keySet());
    for (Entry entry : bundle.entries()) {
      String path = entry.path();
      if (path.startsWith(NODES) && path.indexOf('/', NODES.length()) > 0) {
        hosts.add(path.substring(NODES.length(), path.indexOf('/', NODES.length())));
      } else if (path.startsWith(PROBES) && path.endsWith(PROBES_END)) {
        place(path).map(Place::node).ifPresent(hosts::add);
      }
    }
    return List.copyOf(hosts);
  }
}
