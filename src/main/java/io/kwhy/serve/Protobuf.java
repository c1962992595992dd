package io.kwhy.serve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message in the <a href="https://protobuf.dev/programming-guides/encoding/">binary form</a> that
 * kubectl sends some questions in. What is damaged reads as if it were not there.
 */
final class Protobuf {
  /** What Kubernetes puts before an object: then comes its type, and the object as bytes. */
  private static final byte[] START = {'k', '8', 's', 0};

  private static final int RAW = 2;
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final byte[] bytes;

  private Protobuf(byte[] bytes) {
    this.bytes = bytes;
  }

  static boolean isObject(byte[] body) {
    return body.length >= START.length
        && Arrays.equals(body, 0, START.length, START, 0, START.length);
  }

  /** The object in a body for which {@link #isObject} holds. */
  static Protobuf object(byte[] body) {
    return new Protobuf(Arrays.copyOfRange(body, START.length, body.length)).message(RAW);
  }

  Protobuf message(int field) {
    return new Protobuf(field(field));
  }

  /** {@code ""} where there is none. */
  String text(int field) {
    return new String(field(field), StandardCharsets.UTF_8);
  }

  private byte[] field(int wanted) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.hasRemaining()) {
      long tag = varint(in);
      int length = length((int) (tag & 7), in);
      if (length < 0 || length > in.remaining()) {
        break;
      }
      byte[] value = new byte[length];
      in.get(value);
      if (tag >> 3 == wanted && (tag & 7) == LENGTH) {
        return value;
      }
    }
    return new byte[0];
  }

  /** Of the value that comes next; negative where that cannot be told. */
  private static int length(int type, ByteBuffer in) {
    return switch (type) {
      case VARINT -> {
        varint(in);
        yield 0;
      }
      case FIXED64 -> Long.BYTES;
      case LENGTH -> (int) Math.min(varint(in), Integer.MAX_VALUE);
      case FIXED32 -> Integer.BYTES;
      default -> -1;
    };
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; in.hasRemaining() && shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        break;
      }
    }
    return value;
  }
}
