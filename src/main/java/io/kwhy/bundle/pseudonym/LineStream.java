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

  private final BufferedReader lines;
  private final UnaryOperator<String> rewriting;
  private byte[] buffer = new byte[0];
  private int at;

  LineStream(BufferedReader lines, UnaryOperator<String> rewriting) {
    this.lines = lines;
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
    String line = lines.readLine();
    if (line == null) {
      return false;
    }
    StringBuilder text = new StringBuilder(line);
    if (Pem.begins(line)) {
      String next = line;
      for (int count = 0; count < LONGEST_CERTIFICATE && !Pem.ends(next); count++) {
        next = lines.readLine();
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

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
