package io.kwhy.collect.access;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Kubeconfigs as one: what the first file says holds, as for kubectl. The client's library reads
 * them with all that it needs to read any object of Kubernetes, which makes a tenth of a live
 * start.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/">Kubernetes:
 *     merging kubeconfig files</a>
 */
final class Kubeconfig {
  /** Lists of certificates are long. */
  private static final int MAX_CHARACTERS = 16 << 20;

  private final Map<String, Stanza> contexts = new TreeMap<>();
  private final Map<String, Stanza> clusters = new TreeMap<>();
  private final Map<String, Stanza> users = new TreeMap<>();
  private String current = "";

  private Kubeconfig() {}

  /**
   * Reads those of the files that are there.
   *
   * @param files as {@code KUBECONFIG} has them
   * @throws NoClusterException if one is no kubeconfig; what it holds instead is not told
   */
  static Kubeconfig read(String files) throws NoClusterException {
    Kubeconfig all = new Kubeconfig();
    for (String file : files.split(File.pathSeparator, -1)) {
      if (!file.isBlank() && Files.isReadable(Path.of(file))) {
        all.add(Path.of(file).toAbsolutePath());
      }
    }
    return all;
  }

  private void add(Path file) throws NoClusterException {
    Stanza root = new Stanza(file.getParent(), root(file));
    if (current.isEmpty()) {
      current = root.text("current-context");
    }
    add(root, "context", contexts);
    add(root, "cluster", clusters);
    add(root, "user", users);
  }

  private static void add(Stanza root, String kind, Map<String, Stanza> known) {
    for (Stanza each : root.children(kind + "s")) {
      if (each.has(kind)) {
        known.putIfAbsent(each.text("name"), each.child(kind));
      }
    }
  }

  private static Node root(Path file) throws NoClusterException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setAllowDuplicateKeys(true);
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null || root instanceof MappingNode) {
        return root;
      }
      throw new NoClusterException(file + ": expected a kubeconfig, found something else");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new NoClusterException(
          file + ":" + line + ": expected a kubeconfig, found what is no YAML");
    } catch (YAMLException | IOException e) {
      throw new NoClusterException(file + ": expected a kubeconfig, found something else");
    }
  }

  /** Name of the context that holds if none is asked for; {@code ""} if the files say none. */
  String current() {
    return current;
  }

  /** By name. */
  Map<String, Stanza> contexts() {
    return contexts;
  }

  /** By name. */
  Map<String, Stanza> clusters() {
    return clusters;
  }

  /** By name. */
  Map<String, Stanza> users() {
    return users;
  }
}
