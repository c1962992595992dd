package io.kwhy.parse.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "with K10abcdef0123456789::server:s3cr3t!~with K10abcdef0123456789::server:<redacted>",
        "--token=abc123 --flag~--token=<redacted> --flag",
        "mysql://root:hunter2@tcp(db:3306)/k3s~mysql://root:<redacted>@tcp(db:3306)/k3s",
        "Authorization: Bearer abcdefgh.ijk~Authorization: Bearer <redacted>",
        "user=k3s password=hunter2 database=k3s~user=k3s password=<redacted> database=k3s",
        "{\"password\": \"hunter2\"}~{\"password\": \"<redacted>\"}",
      })
  void secrets_are_blanked(String text, String shown) {
    assertThat(Quoted.of(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "the token does not include a CA hash. Use the full token",
        "contents of '/etc/rancher/node/password' may not match",
        "invalid username/password combination",
        "https://172.31.77.1:6443/cacerts",
      })
  void talk_of_secrets_is_left(String text) {
    assertThat(Quoted.of(text)).isEqualTo(text);
  }

  @Test
  void control_characters_are_spelt_out() {
    assertThat(Quoted.of("a\u001b[31m\nb\u202ec")).isEqualTo("a\\u001b[31m\\nb\\u202ec");
  }

  @Test
  void a_long_text_is_cut() {
    assertThat(Quoted.of("x".repeat(5000))).hasSize(400).endsWith("…");
  }
}
