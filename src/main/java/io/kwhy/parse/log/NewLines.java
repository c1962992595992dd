package io.kwhy.parse.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Ends of lines in bytes, eight bytes at a time. */
final class NewLines {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7F * ONES;

  private NewLines() {}

  static int count(byte[] text, int from, int to) {
    int count = 0;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      count += Long.bitCount(marks((long) LONG.get(text, i)));
    }
    for (; i < to; i++) {
      count += text[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /** The first one at or after {@code from}; {@code to} if there is none before it. */
  static int next(byte[] text, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long marks = marks((long) LONG.get(text, i));
      if (marks != 0) {
        return i + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
      }
    }
    while (i < to && text[i] != '\n') {
      i++;
    }
    return i;
  }

  /** The place behind the last one before {@code to}; {@code from} if there is none. */
  static int afterLast(byte[] text, int from, int to) {
    int i = to;
    while (i > from && text[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /** The highest bit of each byte that is a line feed, and no other bit. */
  private static long marks(long bytes) {
    long zeroed = bytes ^ '\n' * ONES;
    return ~((zeroed & LOW_BITS) + LOW_BITS | zeroed | LOW_BITS);
  }
}
