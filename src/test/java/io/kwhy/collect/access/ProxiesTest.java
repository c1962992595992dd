package io.kwhy.collect.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource({
    "proxy.example, http://proxy.example:80",
    "http://proxy.example, http://proxy.example:80",
    "http://me:pass@192.0.2.9:3128/, http://me:pass@192.0.2.9:3128",
    "socks5h://[2001:db8::9], socks5://[2001:db8::9]:1080"
  })
  void what_a_proxy_need_not_say_is_added(String proxy, String complete) throws Exception {
    assertThat(Proxies.complete(proxy)).isEqualTo(complete);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://proxy.example", "https://proxy.example:443", "http://", ":", "a b"})
  void what_is_no_proxy_is_told_and_not_quoted(String proxy) {
    assertThatThrownBy(() -> Proxies.complete(proxy))
        .isInstanceOf(NoClusterException.class)
        .hasMessageContaining("expected a proxy as in http://192.0.2.1:8080")
        .hasMessageNotContaining("secret");
  }
}
