package io.kwhy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Utf8RepairTest {
  private static byte[] repaired(InputStream in) throws IOException {
    return new Utf8Repair(in).readAllBytes();
  }

  @ParameterizedTest
  @CsvSource({
    "616263,616263",
    "c3a9,c3a9",
    "e282ac,e282ac",
    "f09f9880,f09f9880",
    "80,3f",
    "c080,3f3f",
    "c3,3f",
    "c341,3f41",
    "e08080,3f3f3f",
    "eda080,3f3f3f",
    "e282,3f3f",
    "f4908080,3f3f3f3f",
    "f5808080,3f3f3f3f",
  })
  void only_bytes_outside_of_characters_are_replaced(String given, String expected)
      throws IOException {
    byte[] bytes = HexFormat.of().parseHex(given);

    assertThat(HexFormat.of().formatHex(repaired(new ByteArrayInputStream(bytes))))
        .isEqualTo(expected);
  }

  @Test
  void a_character_may_lie_across_two_reads() throws IOException {
    byte[] text = "a€é😀z".repeat(40_000).getBytes(StandardCharsets.UTF_8);
    InputStream trickle =
        new ByteArrayInputStream(text) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 3));
          }
        };

    assertThat(repaired(trickle)).isEqualTo(text);
    assertThat(repaired(new ByteArrayInputStream(text))).isEqualTo(text);
  }

  @Test
  void the_first_bad_byte_is_told_by_its_line() throws IOException {
    byte[] text = {'a', '\n', 'b', '\n', (byte) 0xff, '\n', (byte) 0xfe};
    Utf8Repair repair = new Utf8Repair(new ByteArrayInputStream(text));

    repair.readAllBytes();

    List<String> told = new ArrayList<>();
    repair.tell((line, problem) -> told.add(line + ": " + problem));
    assertThat(told).containsExactly("3: is not all UTF-8: 2 bytes were read as '?'");
  }
}
