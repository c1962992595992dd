package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.inference.Subject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private final StringBuilder out = new StringBuilder();

  @Test
  void marks_go_and_code_keeps_its_quotes() throws IOException {
    write("A **strong** word, `code`, [a link](https://k3s.io) and <https://k3s.io>.");
    assertThat(out)
        .hasToString("A strong word, `code`, a link (https://k3s.io) and https://k3s.io.\n");
  }

  @Test
  void list_follows_its_paragraph_without_gaps_inside() throws IOException {
    write("One of\nthem:\n\n- first\n  goes on\n- second\n\nThe end.");
    assertThat(out).hasToString("One of them:\n\n- first goes on\n- second\n\nThe end.\n");
  }

  @Test
  void fenced_code_is_left_alone() throws IOException {
    write("Do\n```sh\nk3s  kubectl \\\n  get {node}\n```\nthen look");
    assertThat(out).hasToString("Do\n\n    k3s  kubectl \\\n      get w1\n\nthen look\n");
  }

  @Test
  void name_with_marks_in_it_stays_a_name() throws IOException {
    new Markdown(
            new Page(out, 80, false), new Filling(Subject.node("w1"), Map.of("x", "**a** `b`")))
        .write(0, "is {x}");
    assertThat(out).hasToString("is **a** `b`\n");
  }

  @Test
  void half_a_mark_is_text() throws IOException {
    write("2 ** 3, a ` and [b");
    assertThat(out).hasToString("2 ** 3, a ` and [b\n");
  }

  private void write(String markdown) throws IOException {
    new Markdown(new Page(out, 80, false), new Filling(Subject.node("w1"), Map.of("node", "w1")))
        .write(0, markdown);
  }
}
