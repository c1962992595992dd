package io.kwhy.bundle.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {
  private static final byte[] NAME = {0x13, 2, 'w', '1'};
  private static final Der DER = new Der(text -> "host-1", UnaryOperator.identity());

  @Test
  void name_within_usual_levels_is_exchanged() {
    assertThat(new String(DER.rewritten(nested(0x30, 20)), StandardCharsets.US_ASCII))
        .endsWith("host-1");
  }

  /** Sequences within each other, and octets that hold a sequence each. */
  @ParameterizedTest
  @ValueSource(ints = {0x30, 0x24})
  @Timeout(20)
  void what_is_nested_without_end_takes_no_deep_stack_and_shows_nothing(int tag) {
    assertThat(DER.rewritten(nested(tag, 40))).isEmpty();
    assertThat(DER.rewritten(nested(tag, 60_000))).isEmpty();
  }

  @Test
  void what_is_no_der_stays() {
    byte[] other = {0x30, 0x7f, 1};
    assertThat(DER.rewritten(other)).isEqualTo(other);
  }

  private static byte[] nested(int tag, int levels) {
    byte[][] heads = new byte[levels][];
    int length = NAME.length;
    for (int level = 0; level < levels; level++) {
      heads[level] =
          length < 0x80
              ? new byte[] {(byte) tag, (byte) length}
              : new byte[] {
                (byte) tag, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length
              };
      length += heads[level].length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int level = levels - 1; level >= 0; level--) {
      out.writeBytes(heads[level]);
    }
    out.writeBytes(NAME);
    return out.toByteArray();
  }
}
