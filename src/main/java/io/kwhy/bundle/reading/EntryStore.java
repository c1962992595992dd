package io.kwhy.bundle.reading;

import io.kwhy.bundle.Damage;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.TemporaryFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Keeps what entries of archives hold: small ones in memory as long as there is room, all others
 * one after another in a single file that only its owner can read and that is gone with the store.
 */
final class EntryStore implements AutoCloseable {
  private final Limits limits;
  private final byte[] buffer;
  private final TemporaryFile file = new TemporaryFile(".bundle");
  private long inMemory;

  EntryStore(Limits limits) {
    this.limits = limits;
    this.buffer = new byte[limits.smallEntry() + 1];
  }

  /**
   * What was kept of an entry.
   *
   * @param damage why it ends before its end; {@code ""} where it is whole
   */
  record Kept(long size, Entry.Content content, String damage) {}

  /**
   * Reads a stream to its end, or to where it breaks.
   *
   * @throws ReadingStoppedException if a limit is met or there is no room on the disk; nothing is
   *     kept then
   */
  Kept keep(InputStream data) throws ReadingStoppedException {
    Filled first = fill(data);
    boolean ended = first.ended() || !first.damage().isEmpty();
    if (ended && first.size() < buffer.length && inMemory + first.size() <= limits.memory()) {
      inMemory += first.size();
      byte[] bytes = Arrays.copyOf(buffer, first.size());
      return new Kept(first.size(), () -> new ByteArrayInputStream(bytes), first.damage());
    }
    long start = file.size();
    try {
      Filled last = first;
      append(last.size());
      while (!last.ended() && last.damage().isEmpty()) {
        last = fill(data);
        append(last.size());
      }
      long size = file.size() - start;
      return new Kept(size, file.part(start, size), last.damage());
    } catch (ReadingStoppedException e) {
      file.cut(start);
      throw e;
    }
  }

  /** Whether anything had to be written to the disk. */
  boolean isOnDisk() {
    return file.isOnDisk();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private record Filled(int size, boolean ended, String damage) {}

  private Filled fill(InputStream data) throws ReadingStoppedException {
    int size = 0;
    try {
      while (size < buffer.length) {
        int read = data.read(buffer, size, buffer.length - size);
        if (read < 0) {
          return new Filled(size, true, "");
        }
        size += read;
      }
      return new Filled(size, false, "");
    } catch (ReadingStoppedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Decoders throw either on what they did not expect.
      return new Filled(size, false, Damage.of(e));
    }
  }

  private void append(int size) throws ReadingStoppedException {
    try {
      file.append(buffer, size);
    } catch (IOException e) {
      String problem = "expected room in the folder for temporary files, found: " + Damage.of(e);
      throw new ReadingStoppedException(problem, e);
    }
  }
}
