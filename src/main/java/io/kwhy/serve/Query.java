package io.kwhy.serve;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A path with its parameters. */
record Query(List<String> path, Map<String, String> parameters) {

  static Query of(URI uri) {
    List<String> path = new ArrayList<>();
    for (String name : (uri.getRawPath() == null ? "" : uri.getRawPath()).split("/", -1)) {
      if (!name.isEmpty()) {
        path.add(decoded(name));
      }
    }
    Map<String, String> parameters = new TreeMap<>();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(
          decoded(equals < 0 ? pair : pair.substring(0, equals)),
          equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return new Query(List.copyOf(path), parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** A whole number; 0 where there is none. */
  int number(String name) {
    String text = parameter(name);
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  boolean is(String name) {
    return parameter(name).equals("true") || parameter(name).equals("1");
  }
}
