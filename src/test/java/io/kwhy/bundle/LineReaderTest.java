package io.kwhy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  @Test
  void lines_end_with_lf_or_crlf() throws IOException {
    assertThat(lines("a\nb\r\nc\n")).containsExactly("1 a", "2 b", "3 c");
  }

  @Test
  void last_line_may_lack_its_end() throws IOException {
    assertThat(lines("a\nb")).containsExactly("1 a", "2 b");
  }

  @Test
  void empty_lines_count() throws IOException {
    assertThat(lines("\n\nc\n")).containsExactly("1 ", "2 ", "3 c");
  }

  @Test
  void empty_text_has_no_line() throws IOException {
    assertThat(lines("")).isEmpty();
  }

  @Test
  void byte_order_mark_is_no_part_of_the_first_line() throws IOException {
    assertThat(lines("\uFEFFa\n")).containsExactly("1 a");
  }

  @Test
  void bytes_that_are_not_utf8_are_replaced_and_flagged() throws IOException {
    byte[] latin1 = "gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1);
    LineReader lines = new LineReader(new ByteArrayInputStream(latin1));

    assertThat(lines.next()).isTrue();

    assertThat(lines.text()).isEqualTo("gr\uFFFDn");
    assertThat(lines.isRepaired()).isTrue();
  }

  @Test
  void a_true_replacement_character_is_not_flagged() throws IOException {
    LineReader lines = reader("gr\uFFFDn\n");

    assertThat(lines.next()).isTrue();

    assertThat(lines.isRepaired()).isFalse();
  }

  @Test
  void line_of_greatest_length_is_whole() throws IOException {
    LineReader lines = reader("x".repeat(LineReader.MAX_LINE) + "\r\nnext");

    assertThat(lines.next()).isTrue();

    assertThat(lines.isCut()).isFalse();
    assertThat(lines.text()).hasSize(LineReader.MAX_LINE);
    assertThat(lines.next()).isTrue();
    assertThat(lines.text()).isEqualTo("next");
  }

  @Test
  void longer_line_is_cut_and_the_next_one_found() throws IOException {
    for (int length : new int[] {LineReader.MAX_LINE + 1, LineReader.MAX_LINE * 2, 1_000_000}) {
      LineReader lines = reader("x".repeat(length) + "\nnext\n");

      assertThat(lines.next()).isTrue();
      assertThat(lines.isCut()).isTrue();
      assertThat(lines.text()).hasSize(LineReader.MAX_LINE);
      assertThat(lines.next()).isTrue();
      assertThat(lines.isCut()).isFalse();
      assertThat(lines.text()).isEqualTo("next");
      assertThat(lines.number()).isEqualTo(2);
      assertThat(lines.next()).isFalse();
    }
  }

  @Test
  void cut_does_not_split_a_character() throws IOException {
    LineReader lines = reader("x" + "\u00fc".repeat(LineReader.MAX_LINE));

    assertThat(lines.next()).isTrue();

    assertThat(lines.isRepaired()).isFalse();
    assertThat(lines.text()).endsWith("\u00fc").hasSize(LineReader.MAX_LINE / 2);
  }

  @Test
  void cr_inside_an_overlong_line_does_not_hide_the_cut() throws IOException {
    LineReader lines = reader("x".repeat(LineReader.MAX_LINE) + "\ryyy\n");

    assertThat(lines.next()).isTrue();

    assertThat(lines.isCut()).isTrue();
  }

  @Test
  void line_of_two_gigabytes_takes_constant_memory() throws IOException {
    LineReader lines = new LineReader(new Endless('x', 2L << 30));

    assertThat(lines.next()).isTrue();

    assertThat(lines.isCut()).isTrue();
    assertThat(lines.next()).isFalse();
  }

  @Test
  void bytes_that_trickle_in_give_the_same_lines() throws IOException {
    byte[] text = "a\u00fc\r\n\nlonger line\nend".getBytes(StandardCharsets.UTF_8);
    InputStream trickle =
        new ByteArrayInputStream(text) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(1, length));
          }
        };

    assertThat(lines(new LineReader(trickle)))
        .containsExactly("1 a\u00fc", "2 ", "3 longer line", "4 end");
  }

  private static LineReader reader(String text) {
    return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> lines(String text) throws IOException {
    return lines(reader(text));
  }

  private static List<String> lines(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(reader.number() + " " + reader.text());
    }
    return lines;
  }
}
