package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kwhy.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReportTest {
  private static final String ALPHABET =
      "ab 1.:-#'\"\\\n\t\r{}[],&*!|>%@`~?=\u0085\u202e\u00e9\u0000";

  @Test
  void report_with_something_in_every_part() {
    Golden.check(
        "io/kwhy/report/everything.yaml",
        Samples.text(new YamlReport(Samples.cards()), Samples.everything()));
  }

  @Test
  void holds_what_the_json_report_holds() throws Exception {
    Object json =
        new ObjectMapper()
            .readValue(
                Samples.text(new JsonReport(Samples.cards()), Samples.everything()), Object.class);
    Object yaml =
        new org.yaml.snakeyaml.Yaml()
            .load(Samples.text(new YamlReport(Samples.cards()), Samples.everything()));
    assertThat(yaml).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "no", "Yes", "NULL", "~", "1e3", "0x1f", "12:30:45", "2026-01-01", ".inf", "- a",
            "a: b",
        "a #b", "'", "\"", "a\nb", "a\nb\n", "\na", " a\nb", "a\n\n", "a \n b", "a\n\tb", "true",
            "=", "<<"
      })
  void text_is_read_back_as_that_text(String text) throws Exception {
    assertThat(readBack(text)).isEqualTo(text);
  }

  @Test
  void any_text_is_read_back_as_that_text() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      assertThat(readBack(text.toString())).isEqualTo(text.toString());
    }
  }

  @Test
  void trees_of_any_depth_are_read_back() throws Exception {
    Tree leaf = new Tree.Text("a\nb");
    Tree items = new Tree.Items(List.of(new Tree.Items(List.of(leaf, new Tree.Whole(7))), leaf));
    Tree tree =
        new Tree.Fields(Map.of("k", new Tree.Items(List.of(new Tree.Fields(Map.of("in", items))))));
    StringBuilder out = new StringBuilder();
    Yaml.write(tree, out);
    Object read = new org.yaml.snakeyaml.Yaml().load(out.toString());
    assertThat(read)
        .isEqualTo(Map.of("k", List.of(Map.of("in", List.of(List.of("a\nb", 7), "a\nb")))));
  }

  private static Object readBack(String text) throws Exception {
    StringBuilder out = new StringBuilder();
    Tree tree = new Tree.Text(text);
    Yaml.write(new Tree.Fields(Map.of("k", new Tree.Items(new ArrayList<>(List.of(tree))))), out);
    Map<String, List<Object>> read = new org.yaml.snakeyaml.Yaml().load(out.toString());
    return read.get("k").get(0);
  }
}
