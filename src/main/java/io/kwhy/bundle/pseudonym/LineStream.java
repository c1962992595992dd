package io.kwhy.bundle.pseudonym;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A text whose lines are rewritten as they are read; those of a certificate go together. */
final class LineStream extends InputStream {
  /** A certificate has some 30 lines. */
  private static final int LONGEST_CERTIFICATE = 500;

  /** Rules that nft prints as JSON are one line of up to 64 MiB. */
  static final int LONGEST_LINE = 128 << 20;

  /** What stands for a longer one: whatever was cut out of it might be part of an address. */
  static final String TOO_LONG = "<a line of more than " + LONGEST_LINE + " characters>";

  private final BufferedReader lines;
  private final int longest;
  private final StringBuilder held = new StringBuilder();
  private final UnaryOperator<String> rewriting;
  private byte[] buffer = new byte[0];
  private int at;

  LineStream(BufferedReader lines, UnaryOperator<String> rewriting) {
    this(lines, rewriting, LONGEST_LINE);
  }

  LineStream(BufferedReader lines, UnaryOperator<String> rewriting, int longest) {
    this.lines = lines;
    this.longest = longest;
    this.rewriting = rewriting;
  }

  /** Reads to the end, for what the rewriting sees. */
  void drain() throws IOException {
    while (fill()) {
      at = buffer.length;
    }
  }

  @Override
  public int read() throws IOException {
    return at < buffer.length || fill() ? buffer[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == buffer.length && !fill()) {
      return -1;
    }
    int count = Math.min(length, buffer.length - at);
    System.arraycopy(buffer, at, bytes, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    String line = line();
    if (line == null) {
      return false;
    }
    StringBuilder text = new StringBuilder(line);
    if (Pem.begins(line)) {
      String next = line;
      for (int count = 0; count < LONGEST_CERTIFICATE && !Pem.ends(next); count++) {
        next = line();
        if (next == null) {
          break;
        }
        text.append('\n').append(next);
      }
    }
    buffer = (rewriting.apply(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
    at = 0;
    return true;
  }

  /** The next line, without its end; {@code null} where there is none. */
  private String line() throws IOException {
    held.setLength(0);
    boolean tooLong = false;
    int next = lines.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n' && next != '\r'; next = lines.read()) {
      tooLong |= held.length() == longest;
      if (!tooLong) {
        held.append((char) next);
      }
    }
    if (next == '\r') {
      lines.mark(1);
      if (lines.read() != '\n') {
        lines.reset();
      }
    }
    return tooLong ? TOO_LONG : held.toString();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
