package io.kwhy.bundle.draft;

import io.kwhy.bundle.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been written of an entry; who reads it while more is written waits for that. */
final class Pieces {
  private final List<Entry.Content> pieces = new ArrayList<>();
  private boolean ended;

  synchronized void add(Entry.Content piece) {
    pieces.add(piece);
    notifyAll();
  }

  /** No more will come. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** All of it, from the start. */
  InputStream open() {
    return new Reading();
  }

  /** A piece as soon as it is there; nothing if there will be none. */
  private synchronized Optional<Entry.Content> get(int index) throws IOException {
    try {
      while (index >= pieces.size() && !ended) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    return index < pieces.size() ? Optional.of(pieces.get(index)) : Optional.empty();
  }

  private final class Reading extends InputStream {
    private InputStream piece = InputStream.nullInputStream();
    private int opened;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      while (true) {
        int read = piece.read(target, offset, length);
        if (read >= 0) {
          return read;
        }
        Optional<Entry.Content> next = get(opened);
        if (next.isEmpty()) {
          return -1;
        }
        piece = next.get().open();
        opened++;
      }
    }
  }
}
