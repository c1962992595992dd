package io.kwhy.bundle;

import java.util.ArrayList;
import java.util.List;

/** What the name of an entry, as an input gives it, stands for. */
public sealed interface EntryName {
  /** PATH_MAX of Linux is 4,096, but evidence lies no deeper than k3s's own files. */
  int PATH_LENGTH = 1_024;

  /** The deepest source has 14 names; a folder that is deeper is no evidence. */
  int PATH_DEPTH = 64;

  /** A path below the root of the input: no {@code .}, no {@code ..}, no empty names. */
  record Path(String path) implements EntryName {}

  /** No path that may be used. */
  record Bad(String problem) implements EntryName {}

  /** The path of an entry called so. */
  static EntryName of(String raw) {
    String problem = problem(raw);
    return problem.isEmpty() ? joined(List.of(), raw, false) : new Bad(problem);
  }

  /**
   * The path that a link stands for.
   *
   * @param link path of the link itself
   * @param target what it points to, relative to the folder that the link lies in
   */
  static EntryName ofTarget(String link, String target) {
    String problem = problem(target);
    if (!problem.isEmpty()) {
      return new Bad(problem);
    }
    List<String> folder = new ArrayList<>(List.of(link.split("/", -1)));
    folder.remove(folder.size() - 1);
    return joined(folder, target, true);
  }

  /**
   * A file in which macOS keeps attributes of another; bundles that were unpacked there have them.
   */
  static boolean isResourceFork(String path) {
    return path.startsWith("__MACOSX/") || path.startsWith("._") || path.contains("/._");
  }

  private static String problem(String raw) {
    if (raw.length() > PATH_LENGTH) {
      return "expected a name of at most " + PATH_LENGTH + " characters, found " + raw.length();
    }
    if (raw.startsWith("/")) {
      return "expected a relative name, found an absolute one";
    }
    if (raw.indexOf('\\') >= 0) {
      return "expected names separated by /, found a backslash";
    }
    if (raw.length() > 1 && raw.charAt(1) == ':' && Character.isLetter(raw.charAt(0))) {
      return "expected a relative name, found a drive letter";
    }
    return Printable.isPlain(raw) ? "" : "expected a printable name, found control characters";
  }

  private static EntryName joined(List<String> folder, String raw, boolean upwards) {
    List<String> names = new ArrayList<>(folder);
    for (String name : raw.split("/", -1)) {
      if (name.equals("..")) {
        if (!upwards || names.isEmpty()) {
          return new Bad("expected a name below the bundle's root, found ..");
        }
        names.remove(names.size() - 1);
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      return new Bad("expected a name, found none");
    }
    if (names.size() > PATH_DEPTH) {
      return new Bad("expected at most " + PATH_DEPTH + " nested folders, found " + names.size());
    }
    return new Path(String.join("/", names));
  }
}
