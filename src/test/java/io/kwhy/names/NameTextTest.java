package io.kwhy.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web",
        "web.shop",
        "example.com.",
        "_ldap._tcp.Example.com",
        "10.43.0.1",
        "fd00::1"
      })
  void names_and_addresses(String text) {
    assertThat(NameText.fault(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                  | is empty",
        ".                   | is empty",
        "a..b                | has two dots",
        ".b                  | has two dots",
        "example.com:80      | has \":\"",
        "a b                 | has \" \"",
        "http://example.com/ | is a URL",
      })
  void what_is_none(String text, String fault) {
    assertThat(NameText.fault(text).orElseThrow()).startsWith(fault);
  }

  @Test
  void names_and_their_parts_have_a_longest_length() {
    assertThat(NameText.fault("a".repeat(63) + ".b")).isEmpty();
    assertThat(NameText.fault("a".repeat(64) + ".b")).isPresent();
    assertThat(NameText.fault("abc.".repeat(63) + "d")).isEmpty();
    assertThat(NameText.fault("abc.".repeat(63) + "de")).isPresent();
  }
}
