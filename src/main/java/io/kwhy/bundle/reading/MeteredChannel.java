package io.kwhy.bundle.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A file that is only read, and of which no more may be read than is allowed. */
final class MeteredChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private long left = Long.MAX_VALUE;
  private long read;

  MeteredChannel(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** From here on at most so many bytes may be read. */
  void allow(long bytes) {
    left = bytes;
  }

  /**
   * Bytes that were read so far, but never more than there are: entries that share their bytes must
   * not look larger than they are.
   */
  long consumed() {
    try {
      return Math.min(read, channel.size());
    } catch (IOException e) {
      return read;
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int now = channel.read(target);
    read += Math.max(0, now);
    left -= Math.max(0, now);
    if (left < 0) {
      throw new IOException("one of more than " + Limits.ZIP_DIRECTORY + " bytes");
    }
    return now;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /** Leaves the file open: it belongs to whoever opened it, and the library closes it at will. */
  @Override
  public void close() {}
}
