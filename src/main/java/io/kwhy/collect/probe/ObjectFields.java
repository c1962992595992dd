package io.kwhy.collect.probe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.collect.list.Sections;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A cluster's object as far as it takes to know what to probe. */
final class ObjectFields {
  private ObjectFields() {}

  /**
   * Plain fields of an object's sections, its labels and annotations, of each type of address the
   * first, and the first port.
   */
  static Map<String, String> of(JsonParser json) throws IOException {
    Map<String, String> fields = new HashMap<>();
    Sections.each(json, (name, value) -> field(name, value, fields));
    return fields;
  }

  private static void field(String name, JsonParser json, Map<String, String> fields)
      throws IOException {
    JsonToken value = json.currentToken();
    if (name.equals("metadata.labels") && value == JsonToken.START_OBJECT) {
      texts(json, "label.", fields);
    } else if (name.equals("metadata.annotations") && value == JsonToken.START_OBJECT) {
      texts(json, "annotation.", fields);
    } else if (name.equals("status.addresses") && value == JsonToken.START_ARRAY) {
      addresses(json, fields);
    } else if (name.equals("spec.ports") && value == JsonToken.START_ARRAY) {
      firstPort(json, fields);
    } else if (value.isScalarValue()) {
      fields.put(name, json.getValueAsString(""));
    }
  }

  private static void texts(JsonParser json, String prefix, Map<String, String> fields)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      fields.put(prefix + name, json.getValueAsString(""));
      json.skipChildren();
    }
  }

  private static void firstPort(JsonParser json, Map<String, String> fields) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.putIfAbsent("port." + name, json.getValueAsString(""));
        json.skipChildren();
      }
    }
  }

  private static void addresses(JsonParser json, Map<String, String> fields) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> address = new HashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        address.put(name, json.getValueAsString(""));
        json.skipChildren();
      }
      fields.putIfAbsent(
          "address." + address.getOrDefault("type", ""), address.getOrDefault("address", ""));
    }
  }
}
