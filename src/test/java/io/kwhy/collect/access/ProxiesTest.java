package io.kwhy.collect.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://192.0.2.1:6443 | '' | http://p:3128",
        "http://192.0.2.1:6443 | '' | ''",
        "https://127.0.0.1:6443 | '' | ''",
        "https://localhost:6443 | '' | ''",
        "https://[::1]:6443 | '' | ''",
        "https://192.0.2.1:6443 | 10.0.0.0/8,192.0.2.0/24 | ''",
        "https://192.0.3.1:6443 | 10.0.0.0/8, 192.0.2.0/24 | http://p:3128",
        "https://[2001:db8::1]:6443 | 2001:db8::/32 | ''",
        "https://192.0.2.1:6443 | 192.0.2.1 | ''",
        "https://192.0.2.1:6443 | 192.0.2.1:443 | http://p:3128",
        "https://192.0.2.1:6443 | 192.0.2.1:6443 | ''",
        "https://K3s.Example.com:6443 | example.com | ''",
        "https://k3s.example.com:6443 | .example.com | ''",
        "https://example.com:6443 | .example.com | http://p:3128",
        "https://k3s.example.com:6443 | *.example.com | ''",
        "https://notexample.com:6443 | example.com | http://p:3128",
        "https://192.0.2.1:6443 | * | ''",
        "https://k3s.example.com:6443 | 10.0.0.0/8/9,/,:::/3,10.0.0.0/99 | http://p:3128"
      })
  void proxy_is_asked_as_kubectl_would(String server, String not, String proxy) {
    Map<String, String> environment = Map.of("https_proxy", "http://p:3128", "NO_PROXY", not);

    assertThat(Proxies.of(environment).on(server)).isEqualTo(proxy);
  }
}
