package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.inference.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenTitleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The records of containerd on {host} are damaged | The records of containerd on s1 are damaged
          Port {port} on {host}, which k3s needs, is held by {process} | Port … on s1, which k3s needs, is held by …
          Packets ({port}) are {verdict} on {node} {where}: {rule} | Packets are … on s1
          No connection to {server}: {host}, {reason} | No connection to …: s1
          No connection to port {port} of the server {server} ({result}) | No connection to port … of the server
          """)
  void what_is_not_known_is_left_out_or_dots(String title, String said) {
    assertThat(OpenTitle.of(title, Subject.node("s1"))).isEqualTo(said);
  }

  @Test
  void a_host_is_not_named_after_a_pod() {
    Subject pod = new Subject("pod", "default", "web");

    assertThat(OpenTitle.of("The disk of {host} is full", pod)).isEqualTo("The disk of … is full");
  }
}
