package io.kwhy.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.inference.Subject;
import io.kwhy.rule.card.Card.Risk;
import io.kwhy.rule.card.Card.Step;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillingTest {
  @Test
  void plain_name_stands_bare() {
    assertThat(command("kubectl delete node {node}", "w1.lab"))
        .isEqualTo("kubectl delete node w1.lab");
  }

  @Test
  void braces_of_the_command_itself_stay() {
    String command = "kubectl get node {node} -o jsonpath='{.status}' | awk '{print $1}' ${node}";
    assertThat(command(command, "w1"))
        .isEqualTo("kubectl get node w1 -o jsonpath='{.status}' | awk '{print $1}' ${node}");
  }

  @Test
  void subject_fills_its_own_placeholders() {
    Filling filling = new Filling(new Subject("pod", "kube-system", "dns-1"), Map.of());
    assertThat(filling.text("{kind} {name} in {namespace}: {subject}"))
        .isEqualTo("pod dns-1 in kube-system: pod/kube-system/dns-1");
  }

  @Test
  void value_that_looks_like_a_placeholder_is_not_filled_again() {
    Filling filling = new Filling(Subject.node("w1"), Map.of("node", "{name}"));
    assertThat(filling.text("{node}")).isEqualTo("{name}");
  }

  @Test
  void step_is_kept_where_its_condition_holds() {
    List<Step> steps =
        List.of(
            new Step("always", "", Risk.NONE),
            new Step("in a Secret", "", Risk.LOW, "not file"),
            new Step("in a file", "", Risk.LOW, "file"));
    assertThat(texts(new Filling(Subject.node("w1"), Map.of("file", "passwd")), steps))
        .containsExactly("always", "in a file");
    assertThat(texts(new Filling(Subject.node("w1"), Map.of()), steps))
        .containsExactly("always", "in a Secret");
    assertThat(texts(Filling.none(), steps)).containsExactly("always", "in a Secret", "in a file");
  }

  @Test
  void what_cannot_be_changed_is_not_edited() {
    List<Step> steps =
        List.of(new Step("Correct it.", "kubectl -n {namespace} edit {kind} {name}", Risk.LOW));

    Filling job = new Filling(new Subject("job", "shop", "migrate"), Map.of());
    assertThat(texts(job, steps).get(0)).startsWith("Correct it. The template of a Job cannot");
    assertThat(job.command(job.applicable(steps).get(0).command()).line())
        .isEqualTo("kubectl -n shop get job migrate -o yaml");

    Filling deployment = new Filling(new Subject("deployment", "shop", "web"), Map.of());
    assertThat(deployment.applicable(steps)).isEqualTo(steps);
  }

  private static List<String> texts(Filling filling, List<Step> steps) {
    return filling.applicable(steps).stream().map(Step::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x; echo bad",
        "$(echo bad)",
        "`echo bad`",
        "a'b",
        "a\"b",
        "a b",
        "*",
        "~",
        "a\\",
        "#a",
        "!!",
        "=a",
        "a&b",
        "a|b",
        ">a",
        "{a,b}",
        "ä"
      })
  void shell_takes_any_value_as_one_word(String value) throws Exception {
    assertThat(shell(command("printf '<%s>' {node} end", value))).isEqualTo("<" + value + "><end>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--all", "a\nreboot", "a\u001bb", "../../etc", "a\u202eb"})
  void value_that_quotes_do_not_tame_stays_out_of_commands(String value) {
    assertThat(command("kubectl delete node {node}", value))
        .isEqualTo("kubectl delete node {node}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh root@{node} systemctl restart k3s",
        "sh -c 'echo {node}'",
        "echo 'in quotes {node}'",
        "echo \"in quotes {node}\"",
        "echo `hostname {node}`",
        "cat <<END\n{node}\nEND",
        "# for {node}",
        "echo $'it\\'s {node}'",
        "eval echo {node}"
      })
  void placeholder_where_one_layer_of_quotes_is_not_enough_stays(String template) {
    Filling.Command filled =
        new Filling(Subject.node("w1"), Map.of("node", "x; reboot")).command(template);
    assertThat(filled.line()).isEqualTo(template);
    assertThat(filled.leftOpen()).containsExactly("{node}");
  }

  @Test
  void apostrophe_in_a_comment_does_not_upset_the_quotes_of_the_next_line() {
    assertThat(command("# don't\necho '{node}'", "x; reboot")).isEqualTo("# don't\necho '{node}'");
  }

  private static String command(String template, String node) {
    return new Filling(Subject.node("w1"), Map.of("node", node)).command(template).line();
  }

  private static String shell(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
    shell.waitFor();
    return printed;
  }
}
