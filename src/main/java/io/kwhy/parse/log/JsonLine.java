package io.kwhy.parse.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line that is a JSON object: journald's, the container runtime's, or zap's. */
final class JsonLine {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonLine() {}

  /**
   * The plain members of the object in their order, up to where it is cut or broken; members that
   * are objects are left out.
   */
  static Map<String, String> read(String line) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return members;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
          members.put(name, array(parser));
        } else if (token == JsonToken.START_OBJECT) {
          parser.skipChildren();
        } else if (token != null && token.isScalarValue()) {
          members.put(name, parser.getText());
        }
      }
    } catch (IOException e) {
      // A journal that was cut, or a line that only looks like JSON: what was read counts.
      return members;
    }
    return members;
  }

  /** The journal writes text with unprintable characters as an array of bytes. */
  private static String array(JsonParser parser) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        break;
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        bytes.write((int) parser.getValueAsLong());
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
