package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Origin;
import io.kwhy.fact.node.JoinToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  private static JoinToken form(String token) {
    return Tokens.form("w1", "token", token, Origin.of("config.yaml"));
  }

  @Test
  void full_token_is_secure_and_names_ca_and_user() {
    JoinToken token = form("K10" + HASH + "::server:s3cret");
    assertThat(token.form()).isEqualTo("secure");
    assertThat(token.caHash()).isEqualTo(HASH);
    assertThat(token.user()).isEqualTo("server");
  }

  @Test
  void secret_part_of_a_token_is_nowhere_in_the_fact() {
    assertThat(form("K10" + HASH + "::node:s3cret").toString()).doesNotContain("s3cret");
    assertThat(form("s3cret").toString()).doesNotContain("s3cret");
    assertThat(form("K10abc::s3cret").toString()).doesNotContain("s3cret");
  }

  @Test
  void bare_password_is_short() {
    assertThat(form("correct-horse").form()).isEqualTo("short");
  }

  @Test
  void id_and_secret_is_a_bootstrap_token() {
    assertThat(form("abcdef.0123456789abcdef").form()).isEqualTo("bootstrap");
    assertThat(form("K10" + HASH + "::abcdef.0123456789abcdef").form()).isEqualTo("bootstrap");
  }

  @Test
  void token_cut_within_the_hash_is_malformed() {
    assertThat(form("K10" + HASH.substring(0, 40)).problem()).contains("cut short");
    assertThat(form("K10" + HASH.substring(0, 40) + "::server:x").problem())
        .contains("40 characters");
  }

  @Test
  void token_cut_before_the_password_is_malformed() {
    assertThat(form("K10" + HASH + "::server").form()).isEqualTo("malformed");
    assertThat(form("K10" + HASH + "::server:").form()).isEqualTo("malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<redacted>",
        "***",
        "[REDACTED]",
        "xxxxxxxx",
        "<hidden>",
        "K10<redacted>",
        "K10***",
        "K10<redacted>::server:<redacted>"
      })
  void blanked_token_is_redacted_not_malformed(String blanked) {
    assertThat(form(blanked).form()).isEqualTo("redacted");
  }

  @Test
  void token_with_blanked_password_keeps_its_hash() {
    JoinToken token = form("K10" + HASH + "::server:<redacted>");
    assertThat(token.form()).isEqualTo("secure");
    assertThat(token.caHash()).isEqualTo(HASH);
  }
}
