package io.kwhy.parse.k3s;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Rfc3339;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A Secret, as far as it tells of a node's password. */
final class PasswordSecret {
  private String name = "";
  private String namespace = "";
  private String hash = "";
  private Instant created = Fact.UNKNOWN_TIME;
  private int line;

  private PasswordSecret() {}

  /** The Secret whose object begins where the parser stands. */
  static PasswordSecret read(JsonParser json) throws IOException {
    PasswordSecret secret = new PasswordSecret();
    secret.line = json.currentTokenLocation().getLineNr();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      boolean object = json.nextToken() == JsonToken.START_OBJECT;
      if (object && field.equals("metadata")) {
        secret.metadata(json);
      } else if (object && field.equals("data")) {
        secret.data(json);
      } else {
        json.skipChildren();
      }
    }
    return secret;
  }

  private void metadata(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "name" -> {
          name = json.getValueAsString("");
          line = json.currentTokenLocation().getLineNr();
        }
        case "namespace" -> namespace = json.getValueAsString("");
        case "creationTimestamp" -> created = time(json.getValueAsString(""));
        default -> json.skipChildren();
      }
    }
  }

  private void data(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = json.currentName().equals("hash");
      json.nextToken();
      if (wanted && json.currentToken() == JsonToken.VALUE_STRING) {
        hash = json.getText();
      } else {
        json.skipChildren();
      }
    }
  }

  private static Instant time(String text) {
    try {
      return text.isEmpty() ? Fact.UNKNOWN_TIME : Rfc3339.parse(text);
    } catch (DateTimeParseException e) {
      return Fact.UNKNOWN_TIME;
    }
  }

  String name() {
    return name;
  }

  String namespace() {
    return namespace;
  }

  /** In base64, as the API gives it; {@code ""} where it has none. */
  String hash() {
    return hash;
  }

  Instant created() {
    return created;
  }

  /** Where its name stands. */
  int line() {
    return line;
  }
}
