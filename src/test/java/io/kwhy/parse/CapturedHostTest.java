package io.kwhy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CapturedHostTest {
  private static final String OWN = "nodes/s1/logs/k3s.log";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodes/s1/files/var/log/syslog",
        "nodes/s1/files/var/log/messages",
        "nodes/s1/files/var/log/k3s.log",
        "nodes/s1/logs/k3s-agent.log"
      })
  void the_log_of_the_unit_counts_before_other_places(String other) {
    for (List<String> order : List.of(List.of(OWN, other), List.of(other, OWN))) {
      CapturedHost host = new CapturedHost("s1", "server");
      order.forEach(path -> host.add(Recorded.input(Source.K3S_LOG, "s1", path, "")));

      assertThat(host.of(Source.K3S_LOG)).extracting(Input::path).containsExactly(OWN);
    }
  }
}
