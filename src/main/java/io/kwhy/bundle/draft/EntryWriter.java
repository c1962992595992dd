package io.kwhy.bundle.draft;

import io.kwhy.bundle.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Takes the bytes of an entry and keeps them piece by piece; closed, it gives the entry. What was
 * kept can be read meanwhile.
 */
final class EntryWriter extends OutputStream {
  private static final int PIECE = 64 << 10;

  private final String path;
  private final Spool spool;
  private final Consumer<Entry> done;
  private final Pieces pieces = new Pieces();
  private byte[] buffer = new byte[512];
  private int filled;
  private long size;
  private boolean closed;

  EntryWriter(String path, Spool spool, Consumer<Entry> done) {
    this.path = path;
    this.spool = spool;
    this.done = done;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    int left = length;
    while (left > 0) {
      grow(left);
      int taken = Math.min(left, buffer.length - filled);
      System.arraycopy(bytes, at, buffer, filled, taken);
      filled += taken;
      at += taken;
      left -= taken;
      if (filled == PIECE) {
        keep();
      }
    }
  }

  /** Most entries are small, and there are many. */
  private void grow(int wanted) {
    if (filled + wanted > buffer.length && buffer.length < PIECE) {
      int length = Math.min(PIECE, Math.max(filled + wanted, 2 * buffer.length));
      buffer = Arrays.copyOf(buffer, length);
    }
  }

  private void keep() throws IOException {
    if (filled > 0) {
      pieces.add(spool.keep(buffer, filled));
      size += filled;
      filled = 0;
    }
  }

  /** The entry as far as it has come, and goes on from there: its end is where this one ends. */
  Entry growing() {
    return new Entry(path, 0, pieces::open);
  }

  /** Bytes that were kept so far, but for the last few. */
  long size() {
    return size;
  }

  /** Gives up: there will be no such entry. Nothing happens to one that was given. */
  void discard() {
    closed = true;
    pieces.end();
  }

  /** Gives the entry, even an empty one. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      keep();
      pieces.end();
      done.accept(new Entry(path, size, pieces::open));
    }
  }
}
