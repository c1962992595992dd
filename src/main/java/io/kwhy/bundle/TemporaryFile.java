package io.kwhy.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes that have no room in memory, in a file that only its owner can read. It is made for the
 * first of them, and gone when it is closed. One thread may append while others read.
 */
public final class TemporaryFile implements AutoCloseable {
  private final String suffix;
  private FileChannel file;
  private long size;

  /**
   * @param suffix end of its name, for whoever looks into the folder of temporary files
   */
  public TemporaryFile(String suffix) {
    this.suffix = suffix;
  }

  /** Whether anything was ever written. */
  public boolean isOnDisk() {
    return file != null;
  }

  /** Bytes that count. */
  public long size() {
    return size;
  }

  /**
   * Adds the first bytes of a buffer.
   *
   * @throws IOException if there is no room
   */
  public void append(byte[] buffer, int length) throws IOException {
    if (file == null) {
      file = open();
    }
    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
    while (bytes.hasRemaining()) {
      size += file.write(bytes, size);
    }
  }

  /** What follows these bytes counts no more. */
  public void cut(long to) {
    size = to;
  }

  /** A part that was written. */
  public Entry.Content part(long start, long length) {
    FileChannel channel = file;
    return () -> slice(channel, start, length);
  }

  private static InputStream slice(FileChannel channel, long start, long length) {
    return new SliceInputStream(channel, start, length);
  }

  /** The JDK makes temporary files with no rights for anyone but the owner. */
  private FileChannel open() throws IOException {
    Path path = Files.createTempFile("kwhy-", suffix);
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
