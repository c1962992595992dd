package io.kwhy.bundle.reading;

import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where in an input the bundle begins: right above what every bundle has at its top. */
public final class BundleRoot {
  static final String ERRORS = "errors.txt";
  private static final Set<String> TOP_FOLDERS = Set.of("cluster", "nodes", "logs", "probes");

  /** What is needed of it, for messages. */
  static final String EXPECTED = "bundle.json or one of the folders cluster, nodes, logs, probes";

  private BundleRoot() {}

  /** Whether a folder of that name at the top makes a bundle. */
  public static boolean isTopFolder(String name) {
    return TOP_FOLDERS.contains(name);
  }

  /**
   * What wraps the bundle: {@code ""} or a path that ends in a slash.
   *
   * @param paths of all files of the input
   * @param reason why there may be nothing, {@code ""} if that is not known
   * @throws UnreadableBundleException if there is no bundle, or more than one
   */
  static String prefixOf(String input, Iterable<String> paths, String reason)
      throws UnreadableBundleException {
    Set<String> withManifest = new TreeSet<>(BY_DEPTH);
    Set<String> others = new TreeSet<>(BY_DEPTH);
    for (String path : paths) {
      int top = topOf(path);
      int wrapped = manifestInTopFolder(path);
      if (wrapped >= 0) {
        withManifest.add(path.substring(0, wrapped));
      } else if (top >= 0) {
        (path.startsWith(Manifest.ENTRY, top) ? withManifest : others).add(path.substring(0, top));
      }
    }
    return only(input, withManifest, others, reason);
  }

  /** Shallowest first. */
  private static final Comparator<String> BY_DEPTH =
      (a, b) -> depth(a) == depth(b) ? a.compareTo(b) : Integer.compare(depth(a), depth(b));

  /**
   * The one place among those that are nearest to the top.
   *
   * @param withManifest where a manifest lies, shallowest first
   * @param others where a top folder of a bundle lies, shallowest first
   * @param reason why there may be nothing, {@code ""} if that is not known
   */
  static String only(String input, Set<String> withManifest, Set<String> others, String reason)
      throws UnreadableBundleException {
    List<String> candidates = shallowest(withManifest.isEmpty() ? others : withManifest);
    if (candidates.isEmpty()) {
      throw new UnreadableBundleException(
          input + ": expected a bundle with " + EXPECTED + ", found none of them" + reason);
    }
    if (candidates.size() > 1) {
      throw new UnreadableBundleException(
          input
              + ": expected one bundle, found "
              + candidates.size()
              + ", among them "
              + Printable.name(candidates.get(0))
              + " and "
              + Printable.name(candidates.get(1)));
    }
    return candidates.get(0);
  }

  /** Where the first name of a bundle's top begins in a path, or -1. */
  private static int topOf(String path) {
    int start = 0;
    int slash = path.indexOf('/');
    while (slash >= 0) {
      if (isTopFolder(path.substring(start, slash))) {
        return start;
      }
      start = slash + 1;
      slash = path.indexOf('/', start);
    }
    return path.substring(start).equals(Manifest.ENTRY) ? start : -1;
  }

  /**
   * Where the manifest begins that lies right in a folder called like one at a bundle's top, which
   * so is what wraps the bundle; -1 where the path is another.
   */
  private static int manifestInTopFolder(String path) {
    int name = path.lastIndexOf('/') + 1;
    if (name == 0 || !path.substring(name).equals(Manifest.ENTRY)) {
      return -1;
    }
    String folder = path.substring(path.lastIndexOf('/', name - 2) + 1, name - 1);
    return isTopFolder(folder) ? name : -1;
  }

  private static List<String> shallowest(Set<String> sorted) {
    List<String> first = new ArrayList<>();
    for (String prefix : sorted) {
      if (!first.isEmpty() && depth(prefix) > depth(first.get(0))) {
        break;
      }
      first.add(prefix);
    }
    return first;
  }

  private static int depth(String prefix) {
    return (int) prefix.chars().filter(c -> c == '/').count();
  }
}
