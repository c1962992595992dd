package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.inference.Subject;
import io.kwhy.inference.Unchecked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leases | kubectl get leases.coordination.k8s.io -A -o yaml",
        "readyz | kubectl get --raw '/readyz?verbose'",
        "resolv-conf | cat /etc/resolv.conf",
        "iptables-save | iptables-save",
        "k3s-log | journalctl -u k3s -u k3s-agent --no-pager",
        "pod-log | kubectl -n default logs web --all-containers --prefix",
      })
  void missing_source_is_obtained_by(String source, String command) {
    assertThat(settling(source).command()).isEqualTo(command.strip());
  }

  @Test
  void host_as_a_whole_has_no_single_command() {
    assertThat(settling("host")).isEqualTo(new Settling("", "w1"));
  }

  private static Settling settling(String source) {
    return Settling.of(new Unchecked("x", new Subject("pod", "default", "web"), source, "w1"));
  }
}
