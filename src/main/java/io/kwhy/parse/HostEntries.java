package io.kwhy.parse;

import io.kwhy.bundle.Source;
import java.util.List;

/** What was captured of one host, for readers that need more than one entry at a time. */
public interface HostEntries {
  /** The host's name in the bundle. */
  String node();

  /** server, agent or {@code ""}. */
  String role();

  /** The entries of a source, sorted; empty where it was not captured. */
  List<Input> of(Source source);

  /**
   * The file that is in the place of a source's usual one, and those in the folder beside it that
   * is called like it with {@code .d}, sorted; empty where it was not captured.
   */
  default List<Input> of(Source source, String path) {
    return of(source).stream().filter(input -> isOf(input, path)).toList();
  }

  /** Whether a file is the one of that path or a drop-in of it. */
  static boolean isOf(Input input, String path) {
    String found = input.hostPath();
    return found.equals(path) || (found.startsWith(path + ".d/") && found.matches(".*\\.ya?ml"));
  }

  /** Takes the facts of an entry. */
  Facts facts(Input input);
}
