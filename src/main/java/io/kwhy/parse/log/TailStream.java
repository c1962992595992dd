package io.kwhy.parse.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Remembers the end of what is read through it, and at which line that is. */
final class TailStream extends FilterInputStream {
  private static final int KEPT = 4096;

  /** A program's last words are often a trace; the line that says what is wrong stands above. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)\\b(error|fatal|panic|exception|failed|failure|cannot|can't|denied|not found|refused|invalid|missing|no such)\\b");

  private final byte[] ring = new byte[KEPT];
  private long read;
  private int lines;

  TailStream(InputStream in) {
    super(in);
  }

  /** A line and its number, from 1. */
  record Line(String text, int number) {}

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      keep((byte) b);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = 0; i < count; i++) {
      keep(buffer[offset + i]);
    }
    return count;
  }

  private void keep(byte b) {
    ring[(int) (read++ % KEPT)] = b;
    if (b == '\n') {
      lines++;
    }
  }

  /** The last line that names a problem, else the last that is not blank; empty where none is. */
  Line last() {
    String[] kept = text().split("\n", -1);
    Line last = new Line("", 0);
    for (int i = kept.length - 1; i >= 0; i--) {
      String text = kept[i].strip();
      // The first of them may have lost its beginning.
      if (!text.isEmpty() && (i > 0 || read <= KEPT)) {
        Line line = new Line(text, lines + 1 - (kept.length - 1 - i));
        if (TELLING.matcher(text).find()) {
          return line;
        }
        last = last.number == 0 ? line : last;
      }
    }
    return last;
  }

  private String text() {
    int length = (int) Math.min(read, KEPT);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = ring[(int) ((read - length + i) % KEPT)];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
