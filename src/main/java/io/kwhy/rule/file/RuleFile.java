package io.kwhy.rule.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file of a rules folder.
 *
 * @param folder the rules folder, as the user named it
 * @param path below the folder, with slashes, e.g. {@code causes/dns/forward-loop.drl}
 */
public record RuleFile(String folder, String path, String text) {

  /** The file as the user would name it. */
  public String label() {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  /** Something that is wrong in a line of it; see {@link Problem}. */
  public Problem problem(int line, String text) {
    return new Problem(label(), line, text);
  }

  /** Name without folders and extension. */
  public String id() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Whether rules stand in it. */
  public boolean isDrl() {
    return path.endsWith(".drl");
  }

  /** Whether it is the card of a rule. */
  public boolean isCard() {
    return path.endsWith(".md") && kind().filter(RuleKind::hasCard).isPresent();
  }

  /** Whether it says what log messages mean. */
  public boolean isSignals() {
    return path.startsWith("signals/") && path.endsWith(".yaml");
  }

  /** What the rules in its folder conclude. */
  public Optional<RuleKind> kind() {
    return RuleKind.ofFolder(path.substring(0, Math.max(0, path.indexOf('/'))));
  }

  /** Folders between the kind's and the file; {@code ""} where there are none. */
  public String area() {
    List<String> parts = Arrays.asList(path.split("/"));
    return parts.size() < 3 ? "" : String.join("/", parts.subList(1, parts.size() - 1));
  }
}
