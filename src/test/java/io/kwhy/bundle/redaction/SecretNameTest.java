package io.kwhy.bundle.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNameTest {
  private static final String CANARY = "cAnArY1f7c";

  static List<String> endings() {
    return SecretName.endings();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void each_ending_tells_a_secret_in_each_form(String ending) throws IOException {
    String variable = "SHOP_" + ending.replace('-', '_').toUpperCase(Locale.ROOT);
    String camel = "shop" + ending.replace("-", "");
    String flag = "--shop-" + ending;

    for (String text :
        List.of(
            variable + "=" + CANARY,
            "export " + variable + "='" + CANARY + "'",
            "# " + variable + "=" + CANARY,
            camel + ": " + CANARY,
            "  - " + camel + ": \"" + CANARY + "\"",
            "shop: {name: a, " + camel + ": " + CANARY + "}",
            "'" + flag + "' \\\n'" + CANARY + "' \\",
            camel + ": |\n  " + CANARY)) {
      assertThat(Redaction.text(text, Redaction.Kind.SETTINGS)).doesNotContain(CANARY);
    }
    for (String text :
        List.of(
            "shop starts with " + flag + " " + CANARY,
            "shop starts with " + flag + "=" + CANARY,
            "shop starts with " + flag + " '" + CANARY + " " + CANARY + "'",
            "msg=\"shop starts\" " + variable + "=" + CANARY + " user=me",
            "{\"user\":\"me\",\"" + camel + "\":\"" + CANARY + "\"}",
            "{\"name\":\"" + variable + "\",\"value\":\"" + CANARY + "\"}")) {
      assertThat(Redaction.text(text, Redaction.Kind.PROSE)).doesNotContain(CANARY);
      assertThat(Redaction.text(text, Redaction.Kind.SETTINGS)).doesNotContain(CANARY);
    }
    for (String text : List.of(variable + "=", flag + " ", flag + "=")) {
      assertThat(Blanking.blank("shop " + text + CANARY)).doesNotContain(CANARY);
    }
    for (String json :
        List.of(
            "{\"" + camel + "\":\"" + CANARY + "\"}",
            "{\"env\":[{\"name\":\"" + variable + "\",\"value\":\"" + CANARY + "\"}]}",
            "{\"args\":[\"" + flag + "\",\"" + CANARY + "\"]}",
            "{\"args\":[\"" + flag + "=" + CANARY + "\"]}")) {
      assertThat(json(json)).doesNotContain(CANARY);
    }
  }

  static List<String> names() {
    return Stream.of(
            "RABBITMQ_DEFAULT_PASS",
            "DB_PASS",
            "SMTP_PASS",
            "dbPass",
            "MYSQL_PWD",
            "pwd",
            "SECRET_KEY_BASE",
            "RAILS_MASTER_KEY",
            "tcp_fastopen_key")
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void name_that_is_in_use_tells_a_secret(String name) {
    assertThat(SecretName.is(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PWD",
        "OLDPWD",
        "bypass",
        "proxy-bypass",
        "compass",
        "passed",
        "key",
        "map-key",
        "public-key",
        "tokenTTL",
        "imagePullSecret"
      })
  void other_names_do_not(String name) {
    assertThat(SecretName.is(name)).isFalse();
    assertThat(Redaction.text(name + "=open", Redaction.Kind.SETTINGS)).isEqualTo(name + "=open");
  }

  private static String json(String text) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonParser in = new JsonFactory().createParser(text);
        JsonGenerator generator = new JsonFactory().createGenerator(out)) {
      in.nextToken();
      new JsonRedaction(in, generator, false).value();
    }
    return out.toString();
  }
}
