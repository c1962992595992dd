package io.kwhy.bundle.reading;

import io.kwhy.bundle.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the bundle in a folder that may wrap it, without a look at all that lies in there. */
final class FolderRoot {
  private final Path start;
  private final Set<String> withManifest = new TreeSet<>();
  private final Set<String> others = new TreeSet<>();
  private int searched;

  private FolderRoot(Path start) {
    this.start = start;
  }

  /**
   * The folder in which the bundle begins.
   *
   * @param input what the user called it
   * @param start its real path
   * @throws UnreadableBundleException if there is no bundle, or more than one
   */
  static Path of(String input, Path start) throws IOException, UnreadableBundleException {
    return new FolderRoot(start).find(input);
  }

  private Path find(String input) throws IOException, UnreadableBundleException {
    List<Path> level = List.of(start);
    for (int depth = 0; depth <= Limits.WRAPPING_FOLDERS && !level.isEmpty(); depth++) {
      List<Path> below = new ArrayList<>();
      for (Path folder : level) {
        below.addAll(foldersIn(folder));
      }
      if (!withManifest.isEmpty() || !others.isEmpty()) {
        break;
      }
      level = below;
    }
    return start.resolve(BundleRoot.only(input, withManifest, others, ""));
  }

  /** Notes whether the bundle begins here; returns the folders in it. */
  private List<Path> foldersIn(Path folder) throws IOException {
    if (searched++ >= Limits.FOLDERS_SEARCHED) {
      return List.of();
    }
    List<Path> folders = new ArrayList<>();
    List<Path> wrapping = new ArrayList<>();
    boolean manifest = false;
    for (Path child : childrenOf(folder)) {
      String name = child.getFileName().toString();
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        folders.add(child);
        if (BundleRoot.isTopFolder(name)) {
          others.add(start.relativize(folder).toString());
          wrapping.add(child);
        }
      } else if (name.equals(Manifest.ENTRY)) {
        manifest = true;
        withManifest.add(start.relativize(folder).toString());
      }
    }
    for (Path child : wrapping) {
      // A manifest right in a folder of such a name: this is what wraps the bundle.
      if (!manifest
          && Files.isRegularFile(child.resolve(Manifest.ENTRY), LinkOption.NOFOLLOW_LINKS)) {
        withManifest.add(start.relativize(child).toString());
      }
    }
    return folders;
  }

  /** A folder that can't be listed is the user's business only if it is the one they named. */
  private Iterable<Path> childrenOf(Path folder) throws IOException {
    try {
      return FolderReader.children(folder, Limits.ENTRIES);
    } catch (IOException e) {
      if (folder.equals(start)) {
        throw e;
      }
      return List.of();
    }
  }
}
