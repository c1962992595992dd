package io.kwhy.rule.contents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link PackWriter} wrote. */
final class PackReader {
  private final byte[] bytes;

  /** Where each text begins, and where the last one ends. */
  private final int[] starts;

  private final String[] texts;
  private final IntBuffer body;

  private PackReader(byte[] bytes, int[] starts, String[] texts, IntBuffer body) {
    this.bytes = bytes;
    this.starts = starts;
    this.texts = texts;
    this.body = body;
  }

  /**
   * @throws IOException if the bytes are cut off or something else
   */
  static PackReader of(byte[] bytes) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    long count = all.remaining() < 2 * Integer.BYTES ? -1 : all.getInt();
    long size = count < 0 ? -1 : all.getInt();
    if (count < 0 || size < 0 || count * Integer.BYTES + size > all.remaining()) {
      throw new IOException("expected packed rules, found " + bytes.length + " other bytes");
    }
    int[] starts = new int[(int) count + 1];
    starts[0] = all.position() + (int) count * Integer.BYTES;
    for (int i = 0; i < count; i++) {
      starts[i + 1] = starts[i] + all.getInt();
    }
    all.position(all.position() + (int) size);
    return new PackReader(bytes, starts, new String[(int) count], all.asIntBuffer());
  }

  /** Another reader of the same, from the place where this one is. */
  PackReader fromHere() {
    return new PackReader(bytes, starts, texts, body.slice());
  }

  int number() {
    return body.get();
  }

  String text() {
    int index = body.get();
    String known = texts[index];
    if (known == null) {
      int start = starts[index];
      known = new String(bytes, start, starts[index + 1] - start, StandardCharsets.UTF_8);
      texts[index] = known;
    }
    return known;
  }

  List<String> texts() {
    int size = body.get();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(text());
    }
    return all;
  }

  /** Steps over a block. */
  void skip() {
    int size = body.get();
    body.position(body.position() + size);
  }
}
