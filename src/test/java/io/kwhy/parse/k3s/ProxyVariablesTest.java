package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Origin;
import io.kwhy.fact.node.ProxySetting;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyVariablesTest {
  @ParameterizedTest
  @CsvSource({
    "http://proxy.example:3128, http://proxy.example:3128, proxy.example, 3128",
    "proxy.example, http://proxy.example, proxy.example, 0",
    "https://10.1.2.3:8080/, https://10.1.2.3:8080, 10.1.2.3, 8080",
    "http://[fd00::9]:3128, http://[fd00::9]:3128, [fd00::9], 3128"
  })
  void says_where_the_proxy_is(String value, String url, String host, int port) {
    assertThat(of(value))
        .get()
        .extracting(ProxySetting::url, ProxySetting::host, ProxySetting::port)
        .containsExactly(url, host, port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://jane:s3cret@proxy.example:3128",
        "http://jane:s3c@s3cret@proxy.example:3128",
        "http://jane:s3cret/s3cret@proxy.example:3128",
        "jane:s3cret@proxy.example:3128"
      })
  void login_stays_out(String value) {
    assertThat(of(value)).get().hasToString(of("http://proxy.example:3128").get().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://", "http://a b:c:d", "http://jane:s3cret@"})
  void what_names_no_proxy_is_none(String value) {
    assertThat(of(value).map(ProxySetting::text).orElse("")).doesNotContain("s3cret");
  }

  private static Optional<ProxySetting> of(String value) {
    return ProxyVariables.of(
        "w1", "HTTPS_PROXY", new Given.Value(value, new Origin("k3s.service.env", 1)));
  }
}
