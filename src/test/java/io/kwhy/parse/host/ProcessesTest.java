package io.kwhy.parse.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.node.HostProcess;
import io.kwhy.parse.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PID PPID USER COMMAND                                      | 7 1 root k3s server --debug                                | 1
          USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND     | root 7 0.0 0.1 100 50 ? Ssl Nov22 1:02 k3s server --debug   | 0
          UID PID PPID C STIME TTY TIME CMD                          | root 7 1 0 10:11 ? 00:01:02 k3s server --debug              | 1
          PID   USER     TIME  COMMAND                               | 7 root      0:09 k3s server --debug                        | 0
          """)
  void columns_are_found_by_the_header(String header, String row, long parent) {
    Parsed parsed = Parsed.of(Source.PROCESSES, "  " + header + "\n  " + row + "\n");
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new HostProcess(
                "w1", 7, parent, "root", "k3s server --debug", Parsed.at(Source.PROCESSES, 2)));
  }

  @Test
  void secrets_are_blanked() {
    assertThat(
            Parsed.of(
                    Source.PROCESSES,
                    "PID PPID USER COMMAND\n7 1 root k3s agent --token K10ab::node:hush\n")
                .texts())
        .containsExactly("process 7: k3s agent --token <redacted>");
  }

  @Test
  void secrets_do_not_leak_through_gaps() {
    assertThat(
            Parsed.of(Source.PROCESSES, "PID PPID USER COMMAND\nx 1 root k3s agent --token hush\n")
                .gaps())
        .containsExactly("2: expected a process, found \"x 1 root k3s agent --token <redacted>\"");
  }

  @Test
  void process_without_a_command_line() {
    assertThat(Parsed.of(Source.PROCESSES, "PID PPID USER COMMAND\n7 1 root\n").texts())
        .containsExactly("process 7: ");
  }

  @Test
  void cut_row_is_a_gap() {
    Parsed parsed = Parsed.of(Source.PROCESSES, "PID PPID USER COMMAND\n1 0 root init\n22\n");
    assertThat(parsed.texts()).containsExactly("process 1: init");
    assertThat(parsed.gaps()).containsExactly("3: expected a process, found \"22\"");
  }

  @Test
  void header_alone_means_that_nothing_runs() {
    assertThat(Parsed.of(Source.PROCESSES, "PID PPID USER COMMAND\n").gaps()).isEmpty();
  }

  @Test
  void ps_of_busybox_that_refuses_its_options() {
    Parsed parsed = Parsed.of(Source.PROCESSES, "ps: unrecognized option: e\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected a header with PID and COMMAND, found \"ps: unrecognized option: e\"");
  }

  @Test
  void command_line_that_is_too_long_is_cut_and_said() {
    Parsed parsed =
        Parsed.of(Source.PROCESSES, "PID PPID USER COMMAND\n7 1 root " + "x".repeat(70_000) + "\n");
    assertThat(parsed.facts()).hasSize(1);
    assertThat(parsed.gaps())
        .containsExactly(
            "2: expected a line of at most 65536 bytes, found a longer one: its end was cut off");
  }
}
