package io.kwhy.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file of a rules folder.
 *
 * @param folder the rules folder, as the user named it
 * @param path below the folder, with slashes, e.g. {@code causes/dns/forward-loop.drl}
 */
record RuleFile(String folder, String path, String text) {

  /** The file as the user would name it. */
  String label() {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  Problem problem(int line, String text) {
    return new Problem(label(), line, text);
  }

  /** Name without folders and extension. */
  String id() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  boolean isDrl() {
    return path.endsWith(".drl");
  }

  boolean isCard() {
    return path.endsWith(".md") && kind().flatMap(RuleEntry.Kind::card).isPresent();
  }

  boolean isSignals() {
    return path.startsWith("signals/") && path.endsWith(".yaml");
  }

  /** What the rules in its folder conclude. */
  Optional<RuleEntry.Kind> kind() {
    return RuleEntry.Kind.ofFolder(path.substring(0, Math.max(0, path.indexOf('/'))));
  }

  /** Folders between the kind's and the file; {@code ""} where there are none. */
  String area() {
    List<String> parts = Arrays.asList(path.split("/"));
    return parts.size() < 3 ? "" : String.join("/", parts.subList(1, parts.size() - 1));
  }
}
