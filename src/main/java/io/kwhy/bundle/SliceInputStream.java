package io.kwhy.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** A part of a file, which any number of threads may read at once. */
final class SliceInputStream extends InputStream {
  private final FileChannel file;
  private final long end;
  private long position;

  SliceInputStream(FileChannel file, long start, long size) {
    this.file = file;
    this.position = start;
    this.end = start + size;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    int wanted = (int) Math.min(length, end - position);
    if (wanted == 0) {
      return -1;
    }
    int read = file.read(ByteBuffer.wrap(bytes, offset, wanted), position);
    if (read < 0) {
      throw new EOFException("temporary file ends at " + position + ", expected " + end + " bytes");
    }
    position += read;
    return read;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.max(0, Math.min(count, end - position));
    position += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position);
  }
}
