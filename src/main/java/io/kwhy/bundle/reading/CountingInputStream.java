package io.kwhy.bundle.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read, and stops at a budget while one is set. */
final class CountingInputStream extends FilterInputStream {
  private long count;
  private long stopAt = Long.MAX_VALUE;
  private String problem = "";

  CountingInputStream(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  /**
   * From here on at most so many bytes may be read.
   *
   * @param problem what is said when they are used up
   */
  void allow(long bytes, String problem) {
    this.stopAt = count + bytes;
    this.problem = problem;
  }

  /** From here on any number of bytes may be read. */
  void allowAll() {
    this.stopAt = Long.MAX_VALUE;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    grow(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    grow(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    grow(skipped);
    return skipped;
  }

  private void grow(long read) throws ReadingStoppedException {
    count += read;
    if (count > stopAt) {
      throw new ReadingStoppedException(problem);
    }
  }
}
