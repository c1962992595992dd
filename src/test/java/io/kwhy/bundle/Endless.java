package io.kwhy.bundle;

import java.io.InputStream;
import java.util.Arrays;

/** So many times the same byte. */
public final class Endless extends InputStream {
  private final byte content;
  private long left;

  /** Full of it: who reads into the same array again finds it there. */
  private byte[] filled = {};

  public Endless(char content, long count) {
    this.content = (byte) content;
    this.left = count;
  }

  @Override
  public int read() {
    return left-- > 0 ? content : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    int count = (int) Math.min(length, left);
    if (bytes != filled) {
      Arrays.fill(bytes, offset, offset + count, content);
      filled = count == bytes.length ? bytes : filled;
    }
    left -= count;
    return count == 0 ? -1 : count;
  }
}
