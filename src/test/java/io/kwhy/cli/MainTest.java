package io.kwhy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines as users type them: what comes on which stream, and the exit code. */
class MainTest {
  /** Without node passwords: to check one takes a tenth of a second. */
  private static final String FAULTY = "facts-samples/token-wrong";

  @TempDir private Path folder;

  @Test
  void cause_found_is_1_and_on_standard_output() {
    Invocation outcome = kwhy("diagnose", FAULTY);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).startsWith("1 cause found: The join token on ");
    assertThat(outcome.errors()).isEmpty();
  }

  @Test
  void bundle_alone_is_diagnosed_as_one_with_options_is() {
    Invocation usual = kwhy("diagnose", "--format", "text", "--", FAULTY);
    assertThat(kwhy("diagnose", FAULTY)).isEqualTo(usual);
    assertThat(kwhy("diagnose", FAULTY, "facts-samples/node-password-lost"))
        .isEqualTo(
            kwhy("diagnose", "--format", "text", FAULTY, "facts-samples/node-password-lost"));
  }

  @Test
  void option_of_ssh_may_look_like_one_of_ours() {
    Invocation outcome =
        kwhy("diagnose", "--kubeconfig", "/nope", "--ssh-option=-oPort=1", "--ssh-option", "-v");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors()).contains("--kubeconfig: expected a kubeconfig in /nope");
    assertThat(kwhy("diagnose", "--ssh-option").errors()).contains("expected OPTION");
  }

  @Test
  void cause_below_the_asked_severity_is_0() {
    assertThat(kwhy("diagnose", "--fail-on", "never", FAULTY).code()).isZero();
  }

  @Test
  void bundle_that_is_called_like_a_folder_in_it_can_be_read() {
    String bundle = folder.resolve("cluster.tgz").toString();

    assertThat(kwhy("capture", FAULTY, "-o", bundle).code()).isZero();
    assertThat(kwhy("diagnose", "-q", bundle).out())
        .isEqualTo(kwhy("diagnose", "-q", FAULTY).out());
    assertThat(Capture.root(Path.of("nodes.tar.gz"))).isEqualTo("kwhy-nodes");
    assertThat(Capture.root(Path.of("a/shop.tgz"))).isEqualTo("shop");
  }

  @Test
  void host_whose_look_broke_off_counts_only_in_part() throws Exception {
    String all = "#kwhy-node 1\n=hostname\tw1\n@commands/hostname.txt\n|w1\n\n@logs/k3s.log\n";
    Path whole = Files.writeString(folder.resolve("whole.kwhy"), all + "|a line\n\n#end\n");
    Path cut = Files.writeString(folder.resolve("cut.kwhy"), all + "|a li");

    assertThat(kwhy("diagnose", "-q", whole.toString()).out()).doesNotContain("in part");
    assertThat(kwhy("diagnose", "-q", cut.toString()).out()).contains("; only in part at w1");
    assertThat(kwhy("diagnose", cut.toString()).out())
        .contains("nodes/w1: cut.kwhy: it ends too early; what came before is used");
  }

  @Test
  void role_for_passwords_names_nodes() {
    assertThat(kwhy("rbac", "--node", "s1,w1").out())
        .contains("  - s1.node-password.k3s\n  - w1.node-password.k3s\n", "kind: RoleBinding");
    assertThat(kwhy("rbac", "--node", "S 1").code()).isEqualTo(2);
  }

  @Test
  void quiet_is_a_headline_and_titles() {
    Invocation outcome = kwhy("diagnose", "-q", FAULTY);
    assertThat(outcome.out().lines()).hasSizeLessThan(6);
    assertThat(outcome.out()).doesNotContain("Fix");
  }

  @Test
  void report_goes_to_a_file() throws Exception {
    Path report = folder.resolve("report.json");
    Invocation outcome = kwhy("diagnose", FAULTY, "-f", "json", "-o", report.toString());
    assertThat(outcome.out()).isEmpty();
    assertThat(new ObjectMapper().readTree(report.toFile()).path("verdict").asText())
        .isEqualTo("causes-found");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(report);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''             |                    | is no name to ask for: it is empty",
        "web:80         |                    | is no name to ask for: it has \":\"",
        "web            | --from=pod/default/none | there is no pod default/none",
        "web            | --from=node/none   | there is no node none, expected one of",
        "web            | --from=w1          | expected pod/NAMESPACE/NAME or node/NAME",
        "web            | --format=yaml      | expected one of [text, json]",
      })
  void wrong_ends_of_a_name_s_way_are_2_and_named(String name, String option, String message) {
    Invocation outcome =
        option == null ? kwhy("resolve", name, FAULTY) : kwhy("resolve", name, option, FAULTY);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.errors()).startsWith("kwhy: ").contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no/such/bundle.tgz", "pom.xml"})
  void what_is_no_bundle_is_3_and_named(String bundle) {
    Invocation outcome = kwhy("diagnose", bundle);
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.errors()).startsWith("kwhy: ").contains(bundle).hasLineCount(1);
  }

  @Test
  void broken_rules_are_3_with_file_and_line() throws Exception {
    Path rules = Files.createDirectories(folder.resolve("mine/signals"));
    Files.writeString(rules.resolve("mine.yaml"), "- id: some-signal\n  text: \"(\"\n");
    Invocation outcome = kwhy("diagnose", "--rules", folder.resolve("mine").toString(), FAULTY);
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors()).contains("mine/signals/mine.yaml:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "diagnos",
        "diagnose --no-such-option",
        "diagnose -f xml x",
        "diagnose --color sometimes x",
        "diagnose a\0b",
        "explain"
      })
  void wrong_usage_is_2(String line) {
    Invocation outcome = kwhy(line.isEmpty() ? new String[0] : line.split(" ", -1));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.errors()).contains("kwhy");
  }

  @Test
  void unknown_cause_names_those_near_it() {
    Invocation outcome = kwhy("explain", "password-lost");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errors()).contains("node-password-lost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token-wrnog", "tokenwrong", "TOKEN-WRONG", "token_wrong"})
  void misspelt_cause_is_told_first(String asked) {
    assertThat(kwhy("explain", asked).errors()).contains("near it: token-wrong");
  }

  @Test
  void cause_is_explained_with_open_placeholders() {
    Invocation outcome = kwhy("explain", "node-password-lost");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("{host}").contains("Fix").contains("Verify");
  }

  @Test
  void rules_are_listed_by_area() throws Exception {
    Invocation outcome = kwhy("rules", "list", "--area", "registration", "-f", "json");
    assertThat(outcome.code()).isZero();
    assertThat(new ObjectMapper().readTree(outcome.out())).isNotEmpty();
    assertThat(outcome.out()).contains("node-password-lost").doesNotContain("vxlan-port-dropped");
  }

  @Test
  void facts_of_one_type_are_listed() {
    Invocation outcome = kwhy("facts", FAULTY, "--type", "Node");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("cluster/nodes.json:").doesNotContain("cluster/pods.json");
  }

  @Test
  void misspelt_type_of_facts_is_wrong_usage() {
    Invocation outcome = kwhy("facts", FAULTY, "--type", "Nodes");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errors())
        .contains("facts have no type \"Nodes\"; near it: ")
        .contains("Node\n");
  }

  @Test
  void type_that_nothing_was_read_of_is_an_answer() {
    Invocation outcome = kwhy("facts", FAULTY, "--type", "corefileproblem", "-f", "json");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().strip()).isEqualTo("[]");
    assertThat(outcome.errors()).contains("here; there are ");
  }

  @Test
  void report_is_not_written_over_a_folder() {
    Invocation outcome = kwhy("diagnose", FAULTY, "-o", "src");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors()).contains("src: expected to write there, found a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "diagnose --help", "capture --help", "path --help"})
  void help_teaches_by_example(String line) {
    Invocation outcome = kwhy(line.split(" ", -1));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Example").contains("kwhy");
  }

  @Test
  void completion_is_a_script() {
    assertThat(kwhy("completion").out())
        .startsWith("#!/usr/bin/env bash")
        .contains("_kwhy", "node-password-lost", "NodePasswordCheck", "registration");
  }

  private static Invocation kwhy(String... arguments) {
    return Invocation.of(arguments);
  }

  @Test
  void serving_on_a_port_that_is_none_or_in_use_is_told() throws Exception {
    String sample = FAULTY;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(kwhy("serve", sample, "--port", port).errors())
          .contains("127.0.0.1:" + port + ": expected a port that is free");
      assertThat(kwhy("serve", sample, "--port", "70000").code()).isEqualTo(2);
    }
  }
}
