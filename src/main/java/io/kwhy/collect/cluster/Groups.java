package io.kwhy.collect.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which groups the API serves, in which versions: {@code /apis}. */
final class Groups {
  /** A cluster with many operators has a hundred. */
  private static final int MOST = 10_000;

  private final JsonParser json;
  private final Map<String, List<String>> versions = new HashMap<>();

  private Groups(JsonParser json) {
    this.json = json;
  }

  /** Versions by group, the preferred one first. */
  static Map<String, List<String>> read(InputStream body) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(body)) {
      Groups groups = new Groups(json);
      groups.document();
      return groups.versions;
    }
  }

  private void document() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("expected a list of groups, found other JSON");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean groups = json.currentName().equals("groups");
      json.nextToken();
      if (groups && json.currentToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          if (versions.size() == MOST) {
            throw new IOException("expected at most " + MOST + " groups, found more");
          }
          group();
        }
      } else {
        json.skipChildren();
      }
    }
  }

  private void group() throws IOException {
    String name = "";
    List<String> served = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("name")) {
        name = json.getValueAsString("");
      } else if (field.equals("versions") && value == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          version(served);
        }
      } else {
        json.skipChildren();
      }
    }
    versions.put(name, served);
  }

  private void version(List<String> served) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean version = json.currentName().equals("version");
      json.nextToken();
      if (version) {
        served.add(json.getValueAsString(""));
      } else {
        json.skipChildren();
      }
    }
  }
}
