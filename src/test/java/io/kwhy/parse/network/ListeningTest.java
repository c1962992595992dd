package io.kwhy.parse.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.network.ListeningSocket;
import io.kwhy.parse.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListeningTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tcp LISTEN 0 4096 *:6443 *:* users:(("k3s",pid=54,fd=12))             | tcp | *            | 6443  | k3s   | 54
          tcp LISTEN 0 4096 [::1]:6444 [::]:* users:(("k3s",pid=54,fd=7))       | tcp | ::1          | 6444  | k3s   | 54
          udp UNCONN 0 0 127.0.0.53%lo:53 0.0.0.0:* users:(("r",pid=5,fd=1))    | udp | 127.0.0.53   | 53    | r     | 5
          udp UNCONN 0 0 0.0.0.0%virbr0:67 0.0.0.0:*                            | udp | 0.0.0.0%virbr0 | 67  | ``    | 0
          udp UNCONN 0 0 [fe80::1]%eth0:546 [::]:*                              | udp | fe80::1      | 546   | ``    | 0
          tcp LISTEN 0 128 *:22 *:* users:(("sshd",1234,3),("sshd",1,4))        | tcp | *            | 22    | sshd  | 1234
          LISTEN 0 511 0.0.0.0:80 0.0.0.0:* users:(("nginx",pid=9,fd=6))        | tcp | 0.0.0.0      | 80    | nginx | 9
          UNCONN 0 0 0.0.0.0:8472 0.0.0.0:*                                     | udp | 0.0.0.0      | 8472  | ``    | 0
          tcp 0 0 127.0.0.1:10248 0.0.0.0:* LISTEN 54/k3s server                | tcp | 127.0.0.1    | 10248 | k3s   | 54
          tcp6 0 0 :::10250 :::* LISTEN 54/k3s                                  | tcp | *            | 10250 | k3s   | 54
          tcp6 0 0 ::1:6444 :::* LISTEN -                                       | tcp | ::1          | 6444  | ``    | 0
          udp 0 0 0.0.0.0:68 0.0.0.0:* 889/sshd: /usr                           | udp | 0.0.0.0      | 68    | sshd  | 889
          """)
  void socket_of_ss_and_netstat(
      String row, String protocol, String address, int port, String process, long pid) {
    Parsed parsed = Parsed.of(Source.LISTENING, "Netid State Recv-Q Send-Q Local\n" + row + "\n");
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new ListeningSocket(
                "w1", protocol, address, port, process, pid, Parsed.at(Source.LISTENING, 2)));
  }

  @Test
  void what_does_not_listen_is_passed_over() {
    Parsed parsed =
        Parsed.of(
            Source.LISTENING,
            """
            (Not all processes could be identified)
            Active Internet connections (servers and established)
            Proto Recv-Q Send-Q Local Address Foreign Address State PID/Program name
            tcp 0 0 10.0.0.1:5000 10.0.0.2:6443 ESTABLISHED 5/k3s
            udp 0 0 10.0.0.1:68 10.0.0.2:67 ESTABLISHED 5/dhcp
            raw6 0 0 :::58 :::* 7 5/x
            u_str LISTEN 0 5 /run/x.sock 123 * 0
            tcp ESTAB 0 0 10.0.0.1:22 10.0.0.9:4000
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts()).isEmpty();
  }

  @Test
  void process_on_the_next_line_belongs_to_the_socket_above() {
    assertThat(
            Parsed.of(
                    Source.LISTENING,
                    """
                    tcp LISTEN 0 128 127.0.0.1:6444 0.0.0.0:*
                        users:(("k3s",pid=54,fd=6))
                    tcp LISTEN 0 128 127.0.0.1:10248 0.0.0.0:*
                    """)
                .texts())
        .containsExactly("tcp 127.0.0.1:6444 by k3s (pid 54)", "tcp 127.0.0.1:10248");
  }

  @Test
  void missing_ss_and_odd_rows_are_gaps() {
    Parsed parsed =
        Parsed.of(
            Source.LISTENING,
            """
            sh: ss: not found
            tcp LISTEN 0 128 *:ssh *:*
            tcp LISTEN 0 128
            tcp LISTEN 0 128 *:99999999999 *:*
            """);
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected a listening socket, found \"sh: ss: not found\"",
            "2: expected a listening socket, found \"tcp LISTEN 0 128 *:ssh *:*\"",
            "3: expected a listening socket, found \"tcp LISTEN 0 128\"",
            "4: expected a listening socket, found \"tcp LISTEN 0 128 *:99999999999 *:*\"");
  }

  @Test
  void header_alone_means_that_nobody_listens() {
    assertThat(Parsed.of(Source.LISTENING, "State Recv-Q Send-Q Local Address:Port\n").gaps())
        .isEmpty();
  }
}
