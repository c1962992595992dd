package io.kwhy.bundle.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The lines of an entry that a host sends, without the bar before each. */
final class EntryBody extends InputStream {
  private final InputStream in;
  private boolean atStart = true;
  private boolean over;

  /**
   * @param in the stream of all entries; it can go back to a mark
   */
  EntryBody(InputStream in) {
    this.in = in;
  }

  static EOFException brokeOff() {
    return new EOFException("the host's answer broke off");
  }

  /** Reads what is left. */
  void drain() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public int read() throws IOException {
    if (over || (atStart && !begins())) {
      over = true;
      return -1;
    }
    int next = in.read();
    if (next < 0) {
      over = true;
      throw brokeOff();
    }
    atStart = next == '\n';
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int next = count == 0 ? read() : readOrStop();
      if (next < 0) {
        return count == 0 ? -1 : count;
      }
      bytes[offset + count++] = (byte) next;
    }
    return count;
  }

  /** What came before a break is given first. */
  private int readOrStop() throws IOException {
    try {
      return read();
    } catch (EOFException e) {
      over = false;
      atStart = false;
      return -1;
    }
  }

  private boolean begins() throws IOException {
    in.mark(1);
    int first = in.read();
    if (first == '|') {
      return true;
    }
    if (first >= 0) {
      in.reset();
    }
    return false;
  }
}
