package io.kwhy.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file that is small by nature, read whole. */
public final class SmallFile {
  /** Configuration, units and certificates are a few KiB; a MiB leaves room for the odd. */
  public static final int MAX_BYTES = 1 << 20;

  private SmallFile() {}

  /** The bytes; beyond {@link #MAX_BYTES} they are cut, with a gap. */
  public static byte[] bytes(Input input, Facts facts) throws IOException {
    try (InputStream in = input.open()) {
      byte[] bytes = in.readNBytes(MAX_BYTES);
      if (in.read() >= 0) {
        facts.gap(0, "is larger than " + MAX_BYTES + " bytes; the rest was not read");
      }
      return bytes;
    }
  }

  /** The text; bytes that are not UTF-8 become question marks, with a gap. */
  public static String text(Input input, Facts facts) throws IOException {
    try (Utf8Repair repair = new Utf8Repair(new ByteArrayInputStream(bytes(input, facts)))) {
      byte[] text = repair.readAllBytes();
      repair.tell(facts::gap);
      return new String(text, StandardCharsets.UTF_8);
    }
  }

  /** The lines, without their ends. */
  public static List<String> lines(Input input, Facts facts) throws IOException {
    return text(input, facts).lines().toList();
  }
}
