package io.kwhy.parse.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineParserTest {
  private final LineParser parser = parser("2026-11-23T06:00:00Z");

  private static LineParser parser(String collectedAt) {
    return new LineParser(new LogClock(Instant.parse(collectedAt)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Nov 23 05:52:22 w1 systemd[1]: Stopped k3s.~systemd~2026-11-23T05:52:22Z~Stopped k3s.",
        "Nov  3 05:52:22 w1 systemd[1]: Stopped k3s.~systemd~2026-11-03T05:52:22Z~Stopped k3s.",
        "Nov 23 05:52:22.123456 w1 k3s[5]: hello~k3s~2026-11-23T05:52:22.123456Z~hello",
        "<30>Nov 23 05:52:22 w1 k3s[5]: hello~k3s~2026-11-23T05:52:22Z~hello",
        "Nov 23 05:52:22 w1 k3s[5]:~k3s~2026-11-23T05:52:22Z~``",
        "2026-11-23T05:52:22+0000 w1 k3s[5]: hello~k3s~2026-11-23T05:52:22Z~hello",
        "2026-11-23T06:52:22.5+01:00 w1 k3s[5]: hello~k3s~2026-11-23T05:52:22.5Z~hello",
        "<30>1 2026-11-23T05:52:22.5Z w1 k3s 54 - - hello~k3s~2026-11-23T05:52:22.5Z~hello",
        "<30>1 2026-11-23T05:52:22Z w1 k3s 54 ID [a@1 b=\"c\"] hello~k3s~2026-11-23T05:52:22Z~hello",
        "2026-11-23T05:52:22.123456789Z stdout F [ERROR] plugin~``~2026-11-23T05:52:22.123456789Z~[ERROR] plugin",
        "2026-11-23T05:52:22.123456789Z [ERROR] plugin~``~2026-11-23T05:52:22.123456789Z~[ERROR] plugin",
        "time=\"2026-11-23T05:52:22Z\" level=info msg=\"hello\"~``~2026-11-23T05:52:22Z~hello",
        "time=\"2026-11-23T05:52:22Z\" level=info msg=hello~``~2026-11-23T05:52:22Z~hello",
        "time=\"2026-11-23T05:52:22Z\" level=error msg=lost url=\"wss://s1:6443/v1\"~``~2026-11-23T05:52:22Z~lost url=\"wss://s1:6443/v1\"",
        "I1123 05:53:11.279738      54 kube.go:537] Starting manager~``~2026-11-23T05:53:11.279738Z~Starting manager",
        "E1123 05:53:11.279738      54 pod.go:1] \"Not synced\" err=\"no \\\"x\\\"\"~``~2026-11-23T05:53:11.279738Z~Not synced err=\"no \"x\"\"",
        "Nov 23 05:53:11 w1 k3s[54]: I1123 05:53:11.279738      54 a.go:5] hello~k3s~2026-11-23T05:53:11.279738Z~hello",
        "{\"level\":\"warn\",\"ts\":\"2026-11-23T05:26:46.135769Z\",\"caller\":\"a.go:1\",\"msg\":\"unhealthy\",\"peer\":\"3e\"}~``~2026-11-23T05:26:46.135769Z~unhealthy peer=\"3e\"",
        "{\"__REALTIME_TIMESTAMP\":\"1795413142000000\",\"SYSLOG_IDENTIFIER\":\"systemd\",\"MESSAGE\":\"Stopped k3s.\"}~systemd~2026-11-23T05:52:22Z~Stopped k3s.",
        "{\"__REALTIME_TIMESTAMP\":\"1795413142000000\",\"SYSLOG_IDENTIFIER\":\"k3s\",\"MESSAGE\":[104,27,105]}~k3s~2026-11-23T05:52:22Z~h\u001bi",
        "{\"log\":\"hello\\n\",\"stream\":\"stderr\",\"time\":\"2026-11-23T05:52:22Z\"}~``~2026-11-23T05:52:22Z~hello",
        "2026/11/23 05:52:22 http: hello~``~2026-11-23T05:52:22Z~http: hello",
        "[Mon Nov 23 05:52:22 2026] oom~kernel~2026-11-23T05:52:22Z~oom",
        "Nov 23 05:52:22 w1 kernel: [   12.345678] oom~kernel~2026-11-23T05:52:22Z~oom",
        "Nov 23 05:52:22 w1 kernel: [   12.345678][  T123] oom~kernel~2026-11-23T05:52:22Z~oom",
        "[1]: limit [65530] is too low~``~1970-01-01T00:00:00Z~[1]: limit [65530] is too low",
      })
  void a_line_is_taken_apart(String line, String tag, Instant time, String message) {
    LogLine read = parser.read(line);

    assertThat(read.tag()).isEqualTo(tag);
    assertThat(read.time()).isEqualTo(time);
    assertThat(read.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "-- Logs begin at Mon 2026-11-23 05:49:02 UTC. --",
        "-- Boot 0123456789abcdef --",
        "[WARNING] No files matching import glob pattern",
        "Nov 99 05:52:22 w1 k3s[5]: hello",
        "I1323 05:53:11.279738      54 a.go:5] hello",
        "{\"MESSAGE\":\"cut in the mid",
        "    --bind-address-hard-fail   If true",
        "[   12.345678] eth0: link up",
      })
  void a_line_without_a_time_says_so(String line) {
    assertThat(parser.read(line).time()).isEqualTo(Fact.UNKNOWN_TIME);
  }

  @Test
  void quoting_is_undone_once() {
    String line =
        "time=\"2026-11-23T05:52:22Z\" level=error msg=\"exited: \\\"mode \\\\\\\"ipvss\\\\\\\"\\\"\\n\\tdial \\u00e9\"";

    assertThat(parser.read(line).message()).isEqualTo("exited: \"mode \\\"ipvss\\\"\"\n\tdial é");
  }

  @Test
  void a_quotation_that_is_cut_off_is_read_to_the_end() {
    assertThat(parser.read("time=\"2026-11-23T05:52:22Z\" level=info msg=\"abc \\").message())
        .isEqualTo("abc \\");
  }

  @Test
  void the_raw_text_keeps_the_level() {
    LogLine line =
        parser.read(
            "Nov 23 05:52:22 w1 k3s[5]: time=\"2026-11-23T05:52:22Z\" level=fatal msg=\"no\"");

    assertThat(line.raw()).isEqualTo("time=\"2026-11-23T05:52:22Z\" level=fatal msg=\"no\"");
  }

  @Test
  void a_december_line_in_a_log_of_january_is_of_the_year_before() {
    LineParser january = parser("2027-01-02T00:00:00Z");

    assertThat(january.read("Dec 31 23:59:59 w1 k3s[5]: hello").time())
        .isEqualTo("2026-12-31T23:59:59Z");
  }

  @Test
  void a_line_of_the_29th_of_february_is_of_a_leap_year() {
    assertThat(parser.read("Feb 29 12:00:00 w1 k3s[5]: hello").time())
        .isEqualTo("2024-02-29T12:00:00Z");
  }

  @Test
  void the_zone_of_the_journal_is_learnt_from_the_times_inside() {
    assertThat(
            parser
                .read(
                    "Nov 23 07:22:22 w1 k3s[5]: time=\"2026-11-23T01:52:22Z\" level=info msg=\"a\"")
                .time())
        .isEqualTo("2026-11-23T01:52:22Z");
    assertThat(parser.read("Nov 23 07:22:23 w1 systemd[1]: Stopped").time())
        .isEqualTo("2026-11-23T01:52:23Z");
    assertThat(parser.read("I1123 07:22:24.000000      54 a.go:5] hello").time())
        .isEqualTo("2026-11-23T01:52:24Z");
  }
}
