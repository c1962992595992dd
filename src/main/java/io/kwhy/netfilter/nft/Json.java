package io.kwhy.netfilter.nft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Just enough of JSON for what nft prints: maps, lists, and all else as text. */
final class Json {
  private static final int DEEP = 100;

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** The value; nothing if the text is not JSON or is nested absurdly. */
  static Optional<Object> read(String text) {
    try {
      return Optional.of(new Json(text).value(0));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** A member of a map; "" if there is none. */
  static Object member(Object value, String name) {
    Object found = value instanceof Map<?, ?> map ? map.get(name) : null;
    return found == null ? "" : found;
  }

  static String text(Object value, String name) {
    Object found = member(value, name);
    return found instanceof Map<?, ?> || found instanceof List<?> ? "" : found.toString();
  }

  /** A member that is a list; a single value is a list of one. */
  static List<?> list(Object value, String name) {
    Object found = member(value, name);
    return found instanceof List<?> list ? list : found.equals("") ? List.of() : List.of(found);
  }

  private char here() {
    while (text.charAt(at) <= ' ') {
      at++;
    }
    return text.charAt(at);
  }

  private Object value(int depth) {
    if (depth > DEEP) {
      throw new IllegalArgumentException("nested too deep");
    }
    return switch (here()) {
      case '{' -> map(depth);
      case '[' -> list(depth);
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> map(int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    at++;
    while (here() != '}') {
      String name = string();
      expect(':');
      map.put(name, value(depth + 1));
      comma('}');
    }
    at++;
    return map;
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    at++;
    while (here() != ']') {
      list.add(value(depth + 1));
      comma(']');
    }
    at++;
    return list;
  }

  private void comma(char end) {
    if (here() != end) {
      expect(',');
    }
  }

  private void expect(char wanted) {
    if (here() != wanted) {
      throw new IllegalArgumentException("expected " + wanted + ", found " + here());
    }
    at++;
  }

  private String string() {
    expect('"');
    StringBuilder word = new StringBuilder();
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      word.append(c == '\\' ? escaped() : c);
    }
    at++;
    return word.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    if (c == 'u') {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }

  private String word() {
    int start = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw new IllegalArgumentException("expected a value at " + at);
    }
    return text.substring(start, at);
  }
}
