package io.kwhy.parse.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.log.LogTail;
import io.kwhy.fact.log.MessageText;
import io.kwhy.fact.log.Signal;
import io.kwhy.fact.log.Signal.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogParserTest {
  private static final String REJECTED =
      "Nov 23 05:52:%02d w1 k3s[9]: time=\"2026-11-23T05:52:%02dZ\" level=info msg=\"Waiting: Node password rejected, duplicate hostname\"\n";

  private static String rejected(int second) {
    return REJECTED.formatted(second, second);
  }

  private static Signal message(String id, String text) {
    return new Signal(id, List.of("k3s"), MessageText.of(text), List.of(), Role.MESSAGE, "");
  }

  private static ReadLogs logs() {
    return ReadLogs.collectedAt("2026-11-23T05:53:00Z");
  }

  /** The quotes around the message stand between the two in the log, in JSON other signs too. */
  @Test
  void text_that_runs_into_a_field_is_found_in_each_form() {
    Signal lost = message("lease-lost", "^Lease lost err=\"?(?<why>\\w+)");
    ReadLogs logs =
        ReadLogs.collectedAt("2026-11-23T05:53:00Z", List.of(lost))
            .k3s(
                "s1",
                """
                Nov 23 05:52:01 s1 k3s[5]: time="2026-11-23T05:52:01Z" level=error msg="Lease lost" err="one"
                Nov 23 05:52:02 s1 k3s[5]: E1123 05:52:02.279738      54 lease.go:237] "Lease lost" err="two"
                Nov 23 05:52:03 s1 k3s[5]: {"level":"warn","ts":"2026-11-23T05:52:03.279Z","caller":"a/b.go:1","msg":"Lease lost","err":"three"}
                """);

    assertThat(logs.present("lease-lost"))
        .extracting(signal -> signal.fields().get("why"))
        .containsExactlyInAnyOrder("one", "two", "three");
  }

  @Test
  void a_line_that_takes_too_many_steps_hides_no_other_line() {
    String start = "Remotedialer proxy error; reconnecting ";
    Signal lost =
        message("tunnel-lost", "proxy error; reconnecting.*url=\"?wss://(?<server>[^/\"]+)");
    ReadLogs logs =
        ReadLogs.collectedAt("2026-11-23T05:53:00Z", List.of(lost))
            .k3s(
                "s1",
                """
                Nov 23 05:52:01 s1 k3s[5]: time="2026-11-23T05:52:01Z" level=error msg="%s"
                Nov 23 05:52:02 s1 k3s[5]: time="2026-11-23T05:52:02Z" level=error msg="Remotedialer proxy error; reconnecting..." error="EOF" url="wss://192.0.2.1:6443/v1-k3s/connect"
                """
                    .formatted(start.repeat(400)));

    assertThat(logs.present("tunnel-lost"))
        .singleElement()
        .satisfies(signal -> assertThat(signal.origin().line()).isEqualTo(2));
    assertThat(logs.facts())
        .anyMatch(fact -> fact instanceof Gap gap && gap.problem().contains("too many steps"));
  }

  @Test
  void a_message_becomes_a_signal() {
    ReadLogs logs =
        logs()
            .k3s(
                "s1",
                """
                -- Logs begin --
                Nov 23 05:52:01 s1 k3s[5]: time="2026-11-23T05:52:01Z" level=error msg="Sending 500: unable to verify password for node w1: hash does not match"
                """);

    assertThat(logs.present("node-password-mismatch"))
        .containsExactly(
            new LogSignal(
                "node-password-mismatch",
                "s1",
                "k3s",
                "",
                "",
                "w1",
                new TreeMap<>(Map.of("why", "hash does not match")),
                Instant.parse("2026-11-23T05:52:01Z"),
                Instant.parse("2026-11-23T05:52:01Z"),
                1,
                "Sending 500: unable to verify password for node w1: hash does not match",
                new Origin("nodes/s1/logs/k3s.log", 2)));
  }

  @Test
  void equal_messages_are_one_signal() {
    LogSignal signal =
        logs()
            .k3s("w1", rejected(1) + rejected(5) + rejected(9))
            .present("node-password-rejected")
            .get(0);

    assertThat(signal.count()).isEqualTo(3);
    assertThat(signal.first()).isEqualTo("2026-11-23T05:52:01Z");
    assertThat(signal.last()).isEqualTo("2026-11-23T05:52:09Z");
    assertThat(signal.origin().line()).isOne();
  }

  @Test
  void a_message_that_names_nobody_is_about_the_host() {
    assertThat(logs().k3s("w1", rejected(1)).present("node-password-rejected"))
        .extracting(LogSignal::subject)
        .containsExactly("w1");
  }

  @Test
  void messages_with_different_fields_are_different_signals() {
    ReadLogs logs =
        logs()
            .k3s(
                "s1",
                "k3s: dial tcp 10.0.0.1:6443: i/o timeout\nk3s: dial tcp 10.0.0.2:6443: i/o timeout\n");

    assertThat(logs.present("dial-timeout")).hasSize(2);
  }

  @Test
  void the_level_of_a_message_can_be_asked_for() {
    ReadLogs logs =
        logs().k3s("s1", "time=\"2026-11-23T05:52:01Z\" level=fatal msg=\"Error: no\"\n");

    assertThat(logs.present("k3s-fatal")).hasSize(1);
  }

  @Test
  void the_unit_of_a_journal_is_what_systemd_calls_it() {
    String text =
        "Nov 23 05:52:00 s1 systemd[1]: Starting k3s-agent.service - Lightweight Kubernetes...\n"
            + rejected(1);

    assertThat(logs().k3s("s1", text).present("node-password-rejected"))
        .extracting(LogSignal::unitName)
        .containsExactly("k3s-agent");
  }

  @Test
  void the_unit_of_a_plain_log_is_what_k3s_says_when_it_starts() {
    String text =
        "time=\"2026-11-23T05:52:00Z\" level=info msg=\"Starting k3s v1.17.3+k3s1 (HEAD)\"\n";

    assertThat(logs().k3s("w1", text + rejected(1)).present("node-password-rejected"))
        .extracting(LogSignal::unitName)
        .containsExactly("k3s");
  }

  @Test
  void the_unit_of_a_log_that_does_not_say_is_by_the_role_of_the_host() {
    assertThat(logs().k3s("w1", rejected(1)).present("node-password-rejected"))
        .extracting(LogSignal::unitName)
        .containsExactly("k3s-agent");
  }

  @Test
  void a_signal_of_another_unit_does_not_count() {
    String text = "k3s: etcdserver: mvcc: database space exceeded\n";

    assertThat(logs().k3s("w1", text).present("etcd-nospace")).isEmpty();
    assertThat(logs().k3s("s1", text).present("etcd-nospace")).hasSize(1);
  }

  @Test
  void a_kernel_line_in_a_syslog_is_the_kernels() {
    String text = "Nov 23 05:52:00 w1 kernel: [  1.5] nf_conntrack: table full, dropping packet\n";

    assertThat(logs().k3s("w1", text).present("conntrack"))
        .extracting(LogSignal::unitName)
        .containsExactly("kernel");
    assertThat(logs().kernel("w1", text).present("conntrack")).hasSize(1);
  }

  @Test
  void a_container_log_is_of_its_pod() {
    ReadLogs logs =
        logs()
            .pod(
                "coredns.log",
                "[FATAL] plugin/loop: Loop (127.0.0.1:5 -> :53) detected for zone \".\"\n");

    LogSignal signal = logs.present("dns-loop").get(0);
    assertThat(signal.unitName()).isEqualTo("coredns");
    assertThat(signal.namespace()).isEqualTo("kube-system");
    assertThat(signal.pod()).isEqualTo("coredns-x");
    assertThat(signal.subject()).isEqualTo("coredns-x");
    assertThat(signal.node()).isEqualTo("w2");
    assertThat(signal.first()).isEqualTo(Fact.UNKNOWN_TIME);
  }

  @Test
  void what_is_said_of_a_log_that_is_gone_is_not_its_last_line() {
    ReadLogs logs =
        logs()
            .pod("a.log", "unable to retrieve container logs for containerd://5246923a785e")
            .pod("b.log", "failed to try resolving symlinks in path \"/var/log/pods/a/b/6.log\": x")
            .pod("c.log", "no database\n");

    assertThat(logs.tails()).extracting(LogTail::line).containsExactly("no database");
  }

  @Test
  void a_shell_names_itself_before_the_path_that_it_speaks_of() {
    assertThat(path("/bin/sh: can't create /data/log: Permission denied")).isEqualTo("/data/log");
    assertThat(path("/app/run.sh: line 3: /data/log: Read-only file system"))
        .isEqualTo("/data/log");
    assertThat(path("/data/log: Permission denied")).isEqualTo("/data/log");
    assertThat(path("open /data/log: permission denied, see /docs")).isEqualTo("/data/log");
  }

  private static String path(String line) {
    return new LogTail("default", "a", "a", false, line, new Origin("a.log", 1)).path();
  }

  @Test
  void both_logs_of_a_container_that_keeps_crashing_are_one_story() {
    String text = "2026-11-23T05:5%d:00Z stdout F [FATAL] plugin/loop: Loop (a -> b) detected\n";
    ReadLogs logs =
        logs().pod("coredns.log", text.formatted(2)).pod("coredns.previous.log", text.formatted(1));

    LogSignal signal = logs.present("dns-loop").get(0);
    assertThat(signal.count()).isEqualTo(2);
    assertThat(signal.origin().entry()).endsWith("coredns.previous.log");
  }

  @Test
  void the_previous_container_is_history_once_the_current_one_has_held() {
    ReadLogs logs =
        logs()
            .pod("coredns.log", "2026-11-23T05:20:00Z stdout F .:53\n")
            .pod(
                "coredns.previous.log",
                "2026-11-23T05:10:00Z stdout F plugin/loop: Loop (a -> b) detected\n");

    assertThat(logs.present("dns-loop")).isEmpty();
    assertThat(logs.past("dns-loop")).hasSize(1);
  }

  @Test
  void a_line_without_a_time_has_that_of_the_line_before() {
    String text =
        """
        time="2026-11-23T05:52:01Z" level=info msg="a"
            at somewhere
        panic: open /x: no space left on device
        """;

    assertThat(logs().k3s("s1", text).present("disk-full"))
        .extracting(LogSignal::first)
        .containsExactly(Instant.parse("2026-11-23T05:52:01Z"));
  }

  @Test
  void a_journal_in_json_is_searched_even_where_it_is_encoded() {
    StringBuilder bytes = new StringBuilder();
    "open /x: no space left on device\u001b".chars().forEach(c -> bytes.append(',').append(c));
    String line =
        "{\"__REALTIME_TIMESTAMP\":\"1795413142000000\",\"MESSAGE\":[%s]}\n"
            .formatted(bytes.substring(1));

    assertThat(logs().k3s("s1", line).present("disk-full"))
        .extracting(LogSignal::message)
        .containsExactly("open /x: no space left on device\\u001b");
  }

  @Test
  void lines_of_windows_are_read_too() {
    assertThat(
            logs().k3s("s1", "k3s: flag provided but not defined: -x\r\n").present("flag-unknown"))
        .extracting(signal -> signal.fields().get("flag"))
        .containsExactly("-x");
  }

  @Test
  void the_order_of_the_logs_does_not_matter() {
    String one = rejected(1);
    String other = "k3s: etcdserver: no leader\n";

    assertThat(logs().k3s("w1", one).k3s("s1", other).facts())
        .isEqualTo(logs().k3s("s1", other).k3s("w1", one).facts());
  }

  @Test
  void secrets_are_not_in_what_is_told() {
    List<Signal> signals =
        List.of(
            new Signal(
                "login",
                List.of(),
                MessageText.of("login as (?<who>.*) failed"),
                List.of(),
                Role.MESSAGE,
                ""));
    ReadLogs logs =
        ReadLogs.collectedAt("2026-11-23T05:53:00Z", signals)
            .k3s("s1", "login as postgres://root:hunter2@db failed\n");

    assertThat(logs.facts().toString())
        .doesNotContain("hunter2")
        .contains("postgres://root:<redacted>@db");
  }

  @Test
  void what_is_cut_from_endless_lines_is_told() {
    String endless = "x".repeat(300_000);
    ReadLogs logs = logs().k3s("w1", rejected(1) + endless + endless + "\n" + rejected(5));

    assertThat(logs.present("node-password-rejected").get(0).count()).isEqualTo(2);
    assertThat(logs.gaps())
        .containsExactly(
            "nodes/w1/logs/k3s.log:2: expected lines of at most 65536 bytes, found 1 longer ones; the rest of them was not read");
  }

  @Test
  void bytes_that_are_not_utf_8_are_told_and_cost_nothing_else() {
    byte[] log = (rejected(1) + "\u00ff\n" + rejected(5)).getBytes(StandardCharsets.ISO_8859_1);
    String path = "nodes/w1/logs/k3s.log";
    ReadLogs logs =
        logs()
            .add(
                Source.K3S_LOG,
                "w1",
                new Entry(path, log.length, () -> new ByteArrayInputStream(log)));

    assertThat(logs.present("node-password-rejected").get(0).count()).isEqualTo(2);
    assertThat(logs.gaps())
        .containsExactly(path + ":2: is not all UTF-8: 1 bytes were read as '?'");
  }
}
