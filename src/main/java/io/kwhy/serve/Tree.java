package io.kwhy.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, numbers and booleans, in the order it came. */
final class Tree {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private Tree() {}

  static Object read(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      return json.nextToken() == null ? Map.of() : value(json);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          json.nextToken();
          map.put(name, value(json));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> json.getNumberValue();
      case VALUE_NUMBER_FLOAT -> number(json);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> json.getText();
    };
  }

  /** One that is too large to be a number here stays the text that it is. */
  private static Object number(JsonParser json) throws IOException {
    String text = json.getText();
    double number = json.getDoubleValue();
    return Double.isInfinite(number) ? text : number;
  }

  static byte[] write(Object tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(tree, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Object tree, JsonGenerator json) throws IOException {
    if (tree instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        json.writeFieldName((String) field.getKey());
        write(field.getValue(), json);
      }
      json.writeEndObject();
    } else if (tree instanceof List<?> list) {
      json.writeStartArray();
      for (Object each : list) {
        write(each, json);
      }
      json.writeEndArray();
    } else if (tree instanceof Number number) {
      json.writeNumber(number.toString());
    } else if (tree instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (tree == null) {
      json.writeNull();
    } else {
      json.writeString(tree.toString());
    }
  }

  /** An object of fields given as name and value in turn. */
  static Map<String, Object> object(Object... fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      map.put((String) fields[i], fields[i + 1]);
    }
    return map;
  }

  /** What lies at a path of names; {@code ""} where there is nothing. */
  static Object at(Object tree, String... names) {
    Object at = tree;
    for (String name : names) {
      at = at instanceof Map<?, ?> map && map.get(name) != null ? map.get(name) : "";
    }
    return at;
  }

  /** The text at a path; {@code ""} where there is none. */
  static String text(Object tree, String... names) {
    Object at = at(tree, names);
    return at instanceof Map || at instanceof List ? "" : String.valueOf(at);
  }

  static List<?> list(Object tree, String... names) {
    return at(tree, names) instanceof List<?> list ? list : List.of();
  }

  static Map<?, ?> map(Object tree, String... names) {
    return at(tree, names) instanceof Map<?, ?> map ? map : Map.of();
  }
}
