package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private final StringBuilder out = new StringBuilder();
  private final Page page = new Page(out, 20, false);

  @Test
  void further_lines_hang_below_the_first_ones_text() throws IOException {
    page.paragraph(2, "1. ", List.of(Run.plain("one two three four five")));
    assertThat(out).hasToString("  1. one two three\n     four five\n");
  }

  @Test
  void full_stop_stays_with_the_code_before_it() throws IOException {
    page.paragraph(
        0, List.of(Run.plain("restart it by "), new Run(Style.CODE, "k3s"), Run.plain(".")));
    assertThat(out).hasToString("restart it by\n`k3s`.\n".replace("by\n`k3s`", "by `k3s`"));
  }

  @Test
  void word_and_its_full_stop_move_to_the_next_line_together() throws IOException {
    page.paragraph(
        0, List.of(Run.plain("do restart it by "), new Run(Style.CODE, "k"), Run.plain(".")));
    assertThat(out).hasToString("do restart it by\n`k`.\n");
  }

  @Test
  void word_longer_than_the_line_is_left_whole() throws IOException {
    page.paragraph(0, "see https://docs.k3s.io/architecture now");
    assertThat(out).hasToString("see\nhttps://docs.k3s.io/architecture\nnow\n");
  }

  @Test
  void blanks_inside_a_quoted_line_are_kept() throws IOException {
    page.paragraph(0, "a   b");
    assertThat(out).hasToString("a   b\n");
  }

  @Test
  void gaps_stand_between_lines_only() throws IOException {
    page.gap();
    page.paragraph(0, "a");
    page.gap();
    page.gap();
    page.paragraph(0, "b");
    page.gap();
    assertThat(out).hasToString("a\n\nb\n");
  }
}
