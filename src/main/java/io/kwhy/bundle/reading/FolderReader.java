package io.kwhy.bundle.reading;

import io.kwhy.bundle.Damage;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Reads a bundle that is a folder. Its files stay where they are until they are opened. */
final class FolderReader {
  private final Path root;
  private final Intake intake;

  /**
   * @param root real path of the folder that the bundle begins in
   */
  FolderReader(Path root, Intake intake) {
    this.root = root;
    this.intake = intake;
  }

  /**
   * Meets everything below the root in the order of its names, so that a limit cuts at the same
   * place each time.
   */
  void read() throws IOException {
    Deque<Path> waiting = new ArrayDeque<>();
    children(root).descendingIterator().forEachRemaining(waiting::push);
    while (!waiting.isEmpty()) {
      Path next = waiting.pop();
      if (meet(next)) {
        try {
          children(next).descendingIterator().forEachRemaining(waiting::push);
        } catch (IOException e) {
          intake.gaps().add(name(next), "expected a folder, found: " + Damage.of(e));
        }
      }
    }
  }

  /** Returns whether it is a folder to go into. */
  private boolean meet(Path path) throws ReadingStoppedException {
    String raw = name(path);
    try {
      String accepted = intake.accept(raw).orElse("");
      if (accepted.isEmpty()) {
        return false;
      }
      BasicFileAttributes attributes = attributes(path, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        follow(path, accepted);
      } else if (attributes.isRegularFile()) {
        file(path, accepted, attributes.size());
      } else if (attributes.isOther()) {
        intake.refuse(accepted, "a device, pipe or socket");
      }
      return attributes.isDirectory();
    } catch (ReadingStoppedException e) {
      intake.gaps().add(raw, e.getMessage());
      throw e;
    } catch (IOException e) {
      intake.gaps().add(raw, "expected a readable file, found: " + Damage.of(e));
      return false;
    }
  }

  private void follow(Path link, String path) throws IOException {
    Path target = link.toRealPath();
    if (!target.startsWith(root)) {
      intake.refuse(path, "a link that leads out of the bundle");
      return;
    }
    BasicFileAttributes attributes = attributes(target, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isRegularFile()) {
      file(target, path, attributes.size());
    } else {
      intake.refuse(path, "a link to something that is no file");
    }
  }

  private void file(Path file, String path, long size) {
    if (Files.isReadable(file)) {
      intake.file(path, size, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    } else {
      intake.gaps().add(path, "expected a readable file, found: permission denied");
    }
  }

  private NavigableSet<Path> children(Path folder) throws IOException {
    return children(folder, intake.limits().entries());
  }

  /**
   * What lies in a folder, sorted; of very many the first by name, and one more than the limit to
   * show that there are more.
   */
  static NavigableSet<Path> children(Path folder, int limit) throws IOException {
    NavigableSet<Path> children = new TreeSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path child : all) {
        children.add(child);
        if (children.size() > limit + 1) {
          children.pollLast();
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return children;
  }

  private static BasicFileAttributes attributes(Path path, LinkOption... options)
      throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, options);
  }

  private String name(Path path) {
    return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
  }
}
