package io.kwhy.bundle.draft;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all: it is written beside its place, and takes it when it is
 * complete. What is no file, as {@code /dev/null} and pipes, is written to and never replaced; a
 * link stays one.
 */
public final class WholeFile {
  private static final int BUFFER = 64 << 10;

  private WholeFile() {}

  /** Something that writes itself. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream is closed by whoever opened it. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, in place of what is there.
   *
   * @throws IOException if that cannot be done; then a file that was there is as it was before
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
        content.write(out);
      }
      return;
    }
    Path unfinished = Files.createTempFile(target.getParent(), ".kwhy-", ".part");
    Thread cleaner = removedAtExit(unfinished);
    try {
      fill(unfinished, content);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      remove(unfinished);
      forget(cleaner);
    }
  }

  private static void fill(Path unfinished, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      content.write(out);
      out.flush();
      channel.force(true);
    }
  }

  /** Ctrl-C in the middle leaves nothing behind. */
  private static Thread removedAtExit(Path unfinished) {
    Thread cleaner = new Thread(() -> remove(unfinished), "remove " + unfinished);
    Runtime.getRuntime().addShutdownHook(cleaner);
    return cleaner;
  }

  private static void forget(Thread cleaner) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The program is ending, and the hook runs.
      return;
    }
  }

  private static void remove(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      // Whatever kept it from being written keeps it from being removed.
      return;
    }
  }
}
