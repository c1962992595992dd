package io.kwhy.serve;

import io.kwhy.bundle.Entry;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A log or its end, read while it is sent: logs may be larger than memory.
 *
 * @param lines as many from its end
 * @param bytes as many of them at most
 * @param timed whether each line has the time before it that means none, for those who cut off a
 *     first word; k9s does
 */
record LogText(Entry entry, long lines, long bytes, boolean timed) implements Answer.Body {
  private static final int BUFFER = 1 << 16;

  private static final byte[] NO_TIME = "0001-01-01T00:00:00Z ".getBytes(StandardCharsets.US_ASCII);

  @Override
  public void write(OutputStream raw) throws IOException {
    long passed = lines == Long.MAX_VALUE ? 0 : Math.max(0, count() - lines);
    OutputStream out = new BufferedOutputStream(raw, BUFFER);
    try (InputStream in = new BufferedInputStream(entry.open(), BUFFER)) {
      for (int next = 0; passed > 0 && next >= 0; passed -= next == '\n' ? 1 : 0) {
        next = in.read();
      }
      copy(in, out);
    }
    out.flush();
  }

  /** What follows the last line's end is a line, too. */
  private long count() throws IOException {
    long count = 0;
    boolean within = false;
    try (InputStream in = new BufferedInputStream(entry.open(), BUFFER)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        within = next != '\n';
        count += within ? 0 : 1;
      }
    }
    return within ? count + 1 : count;
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    long left = bytes;
    boolean starts = true;
    for (int next = in.read(); next >= 0 && left > 0; next = in.read()) {
      if (timed && starts) {
        int length = (int) Math.min(left, NO_TIME.length);
        out.write(NO_TIME, 0, length);
        left -= length;
      }
      if (left > 0) {
        out.write(next);
        left--;
      }
      starts = next == '\n';
    }
  }
}
