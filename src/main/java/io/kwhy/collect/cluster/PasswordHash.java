package io.kwhy.collect.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The hash in a node-password Secret. */
final class PasswordHash {
  private PasswordHash() {}

  /** The hash, or {@code ""} where the object holds none. */
  static String read(InputStream body) throws IOException {
    String hash = "";
    try (JsonParser json = new JsonFactory().createParser(body)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean data = json.currentName().equals("data");
        if (json.nextToken() == JsonToken.START_OBJECT && data) {
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals("hash");
            json.nextToken();
            hash = wanted ? json.getValueAsString("") : hash;
          }
        } else {
          json.skipChildren();
        }
      }
      return new String(Base64.getDecoder().decode(hash), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
