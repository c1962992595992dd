package io.kwhy.parse.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.node.HostClock;
import io.kwhy.fact.probe.Probe;
import io.kwhy.parse.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbesTest {

  private static final String HEADER = "probe\ttarget\tresult\tdetail\tms\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ping-node     | w2 10.0.0.2                | w2         | 10.0.0.2  | 0     | ``
          tcp-apiserver | 10.0.0.1:6443              | ``         | 10.0.0.1  | 6443  | ``
          tcp-apiserver | [fd00::1]:6443             | ``         | fd00::1   | 6443  | ``
          tcp-apiserver | k3s.lan:6443               | k3s.lan    | ``        | 6443  | ``
          tcp-kubelet   | s1 10.0.0.1:10250          | s1         | 10.0.0.1  | 10250 | ``
          ping-node     | s1 fd00::1                 | s1         | fd00::1   | 0     | ``
          dns-cluster   | 10.43.0.10 a.svc           | ``         | 10.43.0.10 | 0    | a.svc
          dns-cluster   | coredns@s1 10.42.0.2 a.svc | coredns@s1 | 10.42.0.2 | 0     | a.svc
          dns-upstream  | example.com                | ``         | ``        | 0     | example.com
          clock         | elsewhere                  | elsewhere  | ``        | 0     | ``
          """)
  void target_is_taken_apart(
      String probe, String target, String peer, String address, int port, String question) {
    Parsed parsed =
        Parsed.of(Source.PROBES, HEADER + probe + "\t" + target + "\ttimeout\tno answer\t\n");
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new Probe(
                "w1",
                "node",
                probe,
                target,
                peer,
                address,
                port,
                question,
                "timeout",
                "no answer",
                -1,
                Parsed.at(Source.PROBES, 2)));
  }

  @Test
  void columns_come_in_any_order_and_some_are_new() {
    assertThat(
            Parsed.of(
                    Source.PROBES,
                    "result\tfrom\tcolour\ttarget\tprobe\nok\tpod:a/b\tred\tw2 10.0.0.2\tping-node\n")
                .facts())
        .containsExactly(
            new Probe(
                "w1",
                "pod:a/b",
                "ping-node",
                "w2 10.0.0.2",
                "w2",
                "10.0.0.2",
                0,
                "",
                "ok",
                "",
                -1,
                Parsed.at(Source.PROBES, 2)));
  }

  @ParameterizedTest
  @CsvSource({"0.153, 0", "5004, 5004", "'', -1", "soon, -1", "99999999999, -1"})
  void time_is_read_to_the_full_millisecond(String text, int millis) {
    Parsed parsed =
        Parsed.of(Source.PROBES, HEADER + "dns-cluster\t10.43.0.10 a.svc\tok\t\t" + text + "\n");
    assertThat(parsed.facts()).extracting(fact -> ((Probe) fact).millis()).containsExactly(millis);
  }

  @Test
  void probe_of_the_clock_is_the_hosts_clock_too() {
    Parsed parsed = Parsed.of(Source.PROBES, HEADER + "clock\tcollector\tok\t-3601.5 s\t\n");
    assertThat(parsed.facts())
        .hasSize(2)
        .last()
        .isEqualTo(
            new HostClock(
                "w1",
                Fact.UNKNOWN_TIME,
                Parsed.COLLECTED,
                -3601.5,
                true,
                Parsed.at(Source.PROBES, 2)));
  }

  @Test
  void clock_without_a_number_is_a_gap_where_the_probe_went_well() {
    assertThat(Parsed.of(Source.PROBES, HEADER + "clock\tcollector\tok\tfine\t\n").gaps())
        .hasSize(1);
    assertThat(Parsed.of(Source.PROBES, HEADER + "clock\tcollector\ttimeout\t\t\n").gaps())
        .isEmpty();
  }

  @Test
  void bad_rows_are_gaps_and_the_rest_counts() {
    Parsed parsed =
        Parsed.of(Source.PROBES, HEADER + "ping\tw2 10.0\n1\t2\t3\t4\t5\t6\nping\tw2\tok\n");
    assertThat(parsed.texts()).containsExactly("ping to w2: ok");
    assertThat(parsed.gaps())
        .containsExactly(
            "2: expected a probe in 5 columns, found \"ping\\tw2 10.0\"",
            "3: expected a probe in 5 columns, found \"1\\t2\\t3\\t4\\t5\\t6\"");
  }

  @Test
  void rows_without_a_header_are_gaps() {
    Parsed parsed = Parsed.of(Source.PROBES, "ping\tw2\tok\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected a header with probe, target and result, found \"ping\\tw2\\tok\"");
  }
}
