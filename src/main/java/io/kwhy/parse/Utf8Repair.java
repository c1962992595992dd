package io.kwhy.parse;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of UTF-8 text with each byte that is no part of a character replaced by {@code ?}: one bad
 * byte in a message must not cost the rest of the list. Text that begins with a byte order mark of
 * UTF-16 (what PowerShell's {@code >} writes) passes as it is.
 */
public final class Utf8Repair extends InputStream {
  private static final int SIZE = 1 << 16;
  private static final int CUT = -1;

  private final InputStream in;
  private final byte[] buffer = new byte[SIZE];
  private int position;
  private int checked;
  private int filled;
  private boolean begun;
  private boolean ended;
  private boolean utf16;
  private int line = 1;
  private int firstLine;
  private long repaired;

  /** Reads a stream that need not be valid; closes it when it is closed itself. */
  public Utf8Repair(InputStream in) {
    this.in = in;
  }

  /** Tells what was replaced so far, if anything was. */
  public void tell(Problems problems) {
    if (repaired > 0) {
      problems.add(firstLine, "is not all UTF-8: " + repaired + " bytes were read as '?'");
    }
  }

  /** Takes problems. */
  @FunctionalInterface
  public interface Problems {
    /**
     * Takes one.
     *
     * @param line of the entry, from 1
     */
    void add(int line, String problem);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == checked && !refill()) {
      return -1;
    }
    int given = Math.min(length, checked - position);
    System.arraycopy(buffer, position, target, offset, given);
    position += given;
    return given;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Reads on; a character that is cut by the buffer's end waits for its other bytes. */
  private boolean refill() throws IOException {
    filled -= checked;
    System.arraycopy(buffer, checked, buffer, 0, filled);
    position = 0;
    checked = 0;
    while (checked == 0 && !ended) {
      int read = in.read(buffer, filled, SIZE - filled);
      ended = read < 0;
      filled += Math.max(read, 0);
      check();
    }
    return checked > 0;
  }

  private void check() {
    if (!begun) {
      if (filled < 2 && !ended) {
        return;
      }
      begun = true;
      utf16 = filled >= 2 && startsAsUtf16();
    }
    int at = utf16 ? filled : checked;
    while (at < filled) {
      at = pastAscii(at);
      if (at < filled) {
        int length = character(at);
        if (length == CUT && !ended) {
          break;
        }
        at += length > 0 ? length : replace(at);
      }
    }
    checked = at;
  }

  /** The next byte that is not of ASCII: nearly all are, so this loop is what reading costs. */
  private int pastAscii(int start) {
    byte[] bytes = buffer;
    int end = filled;
    int lines = 0;
    int at = start;
    while (at < end) {
      byte next = bytes[at];
      if (next < ' ') {
        if (next < 0) {
          break;
        }
        lines += next == '\n' ? 1 : 0;
      }
      at++;
    }
    line += lines;
    return at;
  }

  private boolean startsAsUtf16() {
    int mark = (buffer[0] & 0xff) << 8 | (buffer[1] & 0xff);
    return mark == 0xfffe || mark == 0xfeff;
  }

  private int replace(int at) {
    buffer[at] = '?';
    repaired++;
    firstLine = firstLine == 0 ? line : firstLine;
    return 1;
  }

  /** Bytes of the character that starts here, 0 if none does, or CUT. */
  private int character(int start) {
    int lead = buffer[start] & 0xff;
    int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    for (int i = 1; i < length; i++) {
      if (start + i >= filled) {
        return CUT;
      }
      if ((buffer[start + i] & 0xc0) != 0x80 || (i == 1 && !mayFollow(lead, buffer[start + 1]))) {
        return 0;
      }
    }
    return length;
  }

  /** Rules out overlong forms, surrogates and what lies beyond U+10FFFF. */
  private static boolean mayFollow(int lead, byte second) {
    int value = second & 0xff;
    return switch (lead) {
      case 0xe0 -> value >= 0xa0;
      case 0xed -> value < 0xa0;
      case 0xf0 -> value >= 0x90;
      case 0xf4 -> value < 0x90;
      default -> true;
    };
  }
}
