package io.kwhy.bundle.draft;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.TemporaryFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Keeps pieces of entries that come from several threads: in memory as long as there is room, all
 * others in a file that only its owner can read and that is gone with the spool.
 */
final class Spool implements AutoCloseable {
  private final TemporaryFile file = new TemporaryFile(".capture");
  private final long memory;
  private long inMemory;

  /**
   * @param memory bytes up to which pieces are kept in memory
   */
  Spool(long memory) {
    this.memory = memory;
  }

  /** Keeps the first bytes of a buffer. */
  synchronized Entry.Content keep(byte[] buffer, int size) throws IOException {
    if (inMemory + size <= memory) {
      inMemory += size;
      byte[] bytes = Arrays.copyOf(buffer, size);
      return () -> new ByteArrayInputStream(bytes);
    }
    long start = file.size();
    file.append(buffer, size);
    return file.part(start, size);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
