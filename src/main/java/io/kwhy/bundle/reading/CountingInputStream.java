package io.kwhy.bundle.reading;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;

/** Counts the bytes that are read, and stops at a budget while one is set. */
final class CountingInputStream extends ProxyInputStream {
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
  protected void afterRead(int read) throws IOException {
    grow(Math.max(0, read));
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
