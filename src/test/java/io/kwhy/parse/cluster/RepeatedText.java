package io.kwhy.parse.cluster;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A text many times over between a head and a tail, made as it is read. */
final class RepeatedText extends InputStream {
  private final byte[] text;
  private final byte[] tail;
  private byte[] present;
  private int position;
  private long left;

  RepeatedText(String head, String text, long times, String tail) {
    this.present = bytes(head);
    this.text = bytes(text);
    this.tail = bytes(tail);
    this.left = times;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int given = 0;
    while (given < length && available() > 0) {
      int part = Math.min(length - given, present.length - position);
      System.arraycopy(present, position, target, offset + given, part);
      position += part;
      given += part;
    }
    return given == 0 ? -1 : given;
  }

  /** Bytes that are left of the present part, after stepping to the next one if it is used up. */
  @Override
  public int available() {
    while (position == present.length && left >= 0) {
      present = left-- > 0 ? text : tail;
      position = 0;
    }
    return present.length - position;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
