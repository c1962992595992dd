package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.Golden;
import io.kwhy.bundle.Printable;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.diagnosis.Diagnosis.Scope;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.report.TextStyle.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final String FOLDER = "io/kwhy/report/";

  @Test
  void report_with_something_in_every_part() {
    Golden.check(FOLDER + "everything.txt", plain(Samples.everything()));
  }

  @Test
  void all_of_it_with_what_was_ruled_out() {
    TextStyle all = new TextStyle(80, false, Amount.ALL);
    Golden.check(
        FOLDER + "everything-all.txt",
        Samples.text(new TextReport(Samples.cards(), all), Samples.everything()));
  }

  @Test
  void brief_is_the_verdict_and_the_titles() {
    TextStyle brief = new TextStyle(100, false, Amount.BRIEF);
    assertThat(Samples.text(new TextReport(Samples.cards(), brief), Samples.everything()))
        .isEqualTo(
            """
            2 causes found, the first of them: The password of node w2 is not the one that the server remembers;
            1 symptom without one
            Could not look at w2.
              The password of node w2 is not the one that the server remembers (node/w2)
              swap-enabled (node/w1)
              pod-pending (pod/default/web-1)
            """);
  }

  @Test
  void clean_bill_says_how_much_was_looked_at() {
    assertThat(plain(Samples.nothing(Samples.scope(List.of()))))
        .isEqualTo("Nothing wrong found in what was looked at: 2 hosts, 3 nodes and 14 pods\n");
  }

  @Test
  void clean_bill_of_a_host_says_that_the_cluster_was_not_asked() {
    Scope host =
        new Scope("k3s", Instant.EPOCH, List.of("s1"), List.of(), List.of(), new TreeMap<>(), 1);
    Gap refused = new Gap(Origin.of("cluster"), "could not be asked: Connection refused");

    assertThat(plain(Samples.nothing(host, refused)))
        .startsWith(
            "Nothing wrong found in what was looked at: 1 host; could not ask the cluster\n");
  }

  @Test
  void clean_bill_names_the_host_that_was_not_looked_at() {
    assertThat(plain(Samples.nothing(Samples.scope(List.of("w2")))))
        .isEqualToNormalizingWhitespace(
            "Nothing wrong found in what was looked at: 2 hosts, 3 nodes and 14 pods;"
                + " could not look at w2");
  }

  @Test
  void cause_without_a_card_is_told_by_its_id() {
    String report =
        Samples.text(
            new TextReport(Samples.NO_CARDS, TextStyle.plain()), Samples.about("w1", Map.of()));
    assertThat(report).startsWith("1 cause found: node-password-lost\n");
  }

  @Test
  void hostile_name_can_neither_paint_the_terminal_nor_turn_the_line_round() {
    String report = plain(Samples.about("w1\u001b[2J\u202e\u0007", Map.of("node", "w\u001b[31m")));
    assertThat(report.codePoints().filter(c -> c != '\n' && Printable.isUnsafe(c))).isEmpty();
    assertThat(report).contains("node/w1\\u{1b}[2J\\u{202e}\\u{7}");
  }

  @Test
  void hostile_name_does_not_become_a_command() {
    Diagnosis diagnosis = Samples.about("w1", Map.of("node", "x; rm -rf /", "secret", "$(reboot)"));
    assertThat(plain(diagnosis))
        .contains("kubectl get node 'x; rm -rf /'\n")
        .contains("delete secret '$(reboot)'\n");
  }

  @Test
  void colours_change_nothing_but_the_look() {
    String coloured =
        Samples.text(
            new TextReport(Samples.cards(), new TextStyle(100, true, Amount.USUAL)),
            Samples.everything());
    assertThat(coloured).contains("\u001b[1;31m2 causes found");
    assertThat(withoutCodes(coloured)).isEqualTo(withoutQuotes(plain(Samples.everything())));
  }

  private static String withoutCodes(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("\\s+", " ");
  }

  private static String withoutQuotes(String text) {
    return text.replace("`", "").replaceAll("\\s+", " ");
  }

  private static String plain(Diagnosis diagnosis) {
    return Samples.text(new TextReport(Samples.cards(), TextStyle.plain()), diagnosis);
  }
}
