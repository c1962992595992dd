package io.kwhy.fact.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentArgumentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy-mode|ipvss|KubeProxyConfiguration.Mode.ProxyMode: Invalid value: \\\"ipvss\\\"",
        "enable-admission-plugins|NodeRestriction,PodSecurityPolicy|plugin \"PodSecurityPolicy\" is unknown",
        "max-pods|-5|invalid configuration: maxPods (--max-pods) -5 must not be negative",
        "feature-gates|Foo=true|unrecognized feature gate: Foo",
        "metrics-bind-address|abc:x|KubeProxyConfiguration.MetricsBindAddress: must be IP:port",
        "eviction-hard|nodefs.available<10|invalid: \"nodefs.available<10\"",
        "controllers|*,-nodeipams|\"nodeipams\" is not in the list of known controllers",
        "v|high|invalid argument \"high\" for \"-v, --v\" flag",
        "no-such|''|unknown flag: --no-such"
      })
  void message_names_the_argument(String name, String value, String message) {
    assertThat(argument(name, value).isNamedIn(message)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy-mode|iptables|iptables: command not found",
        "v|4|context deadline exceeded, retried 4 times",
        "max-pods|200|leaderelection lost",
        "profiling|false|the value is false",
        "node-ip|127.0.0.1|dial tcp 127.0.0.1:6443: connect: connection refused",
        "audit-log|/var/log|open /var/log/other: permission denied: audit-log-path"
      })
  void common_words_name_nothing(String name, String value, String message) {
    assertThat(argument(name, value.equals("/var/log") ? "" : value).isNamedIn(message)).isFalse();
  }

  private static ComponentArgument argument(String name, String value) {
    return new ComponentArgument(
        "w1", "kubelet", "kubelet", "kubelet-arg", name, value, 0, "", Origin.of("x"));
  }
}
