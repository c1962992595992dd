package io.kwhy.bundle.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineStreamTest {
  private static String read(String text) throws IOException {
    try (LineStream lines =
        new LineStream(new BufferedReader(new StringReader(text)), line -> "[" + line + "]", 8)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void lines_end_as_they_do_on_any_system() throws Exception {
    assertThat(read("a\nb\r\nc\rd\n\n")).isEqualTo("[a]\n[b]\n[c]\n[d]\n[]\n");
    assertThat(read("a\r")).isEqualTo("[a]\n");
    assertThat(read("")).isEmpty();
  }

  @Test
  void line_that_would_fill_the_memory_is_left_out_whole() throws Exception {
    assertThat(read("12345678\n10.42.0.17\nx"))
        .isEqualTo("[12345678]\n[" + LineStream.TOO_LONG + "]\n[x]\n");
  }
}
