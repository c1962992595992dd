package io.kwhy.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a UTF-8 text, in constant memory however long they are. Lines end with LF or CR LF;
 * the last one may lack its end. A byte order mark at the start is no part of the first line.
 *
 * <pre>{@code
 * try (LineReader lines = new LineReader(entry.open())) {
 *   while (lines.next()) {
 *     … lines.number() … lines.text()
 *   }
 * }
 * }</pre>
 */
public final class LineReader implements AutoCloseable {
  /**
   * Bytes of a line that are kept. The longest in real evidence, a ConfigMap in a log, has 20 KiB.
   */
  public static final int MAX_LINE = 64 << 10;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream in;
  private final byte[] buffer = new byte[2 * MAX_LINE];
  private int start;
  private int end;
  private boolean exhausted;

  private String text = "";
  private int number;
  private boolean cut;
  private boolean repaired;

  /** Reads UTF-8; closes the stream when it is closed itself. */
  public LineReader(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false if there is none. */
  public boolean next() throws IOException {
    cut = false;
    repaired = false;
    int newline = newline(start);
    while (newline < 0 && !exhausted && end - start <= MAX_LINE + 1) {
      int searched = end - start;
      fill();
      newline = newline(start + searched);
    }
    if (newline < 0 && start == end) {
      text = "";
      return false;
    }
    take(newline < 0 ? end : newline);
    if (newline < 0 && !exhausted) {
      skipLine();
    } else {
      start = newline < 0 ? end : newline + 1;
    }
    return true;
  }

  /** The line without its end; the first {@link #MAX_LINE} bytes of it if it is longer. */
  public String text() {
    return text;
  }

  /** Number of the line, from 1. */
  public int number() {
    return number;
  }

  /** Whether the line is longer than what {@link #text} gives. */
  public boolean isCut() {
    return cut;
  }

  /** Whether the line holds bytes that are not UTF-8; U+FFFD stands for them. */
  public boolean isRepaired() {
    return repaired;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void take(int lineEnd) {
    int length = lineEnd - start;
    if (length > 0 && buffer[lineEnd - 1] == '\r') {
      length--;
    }
    cut = length > MAX_LINE;
    if (cut) {
      length = wholeCharacters(MAX_LINE);
    }
    text = new String(buffer, start, length, StandardCharsets.UTF_8);
    repaired = text.indexOf(REPLACEMENT) >= 0 && !isUtf8(length);
    if (number == 0 && text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    // A text of nothing but two billion line ends must not turn the number negative.
    number = Math.max(number, number + 1);
  }

  /** Length up to which no character is cut in two. */
  private int wholeCharacters(int length) {
    int whole = length;
    while (whole > length - 4 && (buffer[start + whole] & 0xC0) == 0x80) {
      whole--;
    }
    return whole;
  }

  /** The text may hold a true U+FFFD. */
  private boolean isUtf8(int length) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(bytes, 0, bytes.length, buffer, start, start + length);
  }

  private void skipLine() throws IOException {
    int newline = -1;
    while (newline < 0 && !exhausted) {
      start = 0;
      end = 0;
      fill();
      newline = newline(0);
    }
    start = newline < 0 ? end : newline + 1;
  }

  private int newline(int from) {
    // Fields would be looked up for each byte.
    byte[] bytes = buffer;
    int last = end;
    for (int i = from; i < last; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      exhausted = true;
    } else {
      end += read;
    }
  }
}
