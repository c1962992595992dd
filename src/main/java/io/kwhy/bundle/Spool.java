package io.kwhy.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Keeps pieces of entries that come from several threads: in memory as long as there is room, all
 * others in a file that only its owner can read and that is gone with the spool.
 */
final class Spool implements AutoCloseable {
  private final long memory;
  private long inMemory;
  private FileChannel file;
  private long fileSize;

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
    if (file == null) {
      file = open();
    }
    long start = fileSize;
    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, size);
    while (bytes.hasRemaining()) {
      fileSize += file.write(bytes, fileSize);
    }
    FileChannel channel = file;
    return () -> slice(channel, start, size);
  }

  private static InputStream slice(FileChannel channel, long start, long size) {
    return new SliceInputStream(channel, start, size);
  }

  /** The JDK makes temporary files with no rights for anyone but the owner. */
  private static FileChannel open() throws IOException {
    Path path = Files.createTempFile("kwhy-", ".capture");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
