package io.kwhy.collect.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.kwhy.collect.list.ItemList;
import io.kwhy.collect.list.Sections;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The hashes in node-password Secrets. */
public final class PasswordHash {
  private static final String SUFFIX = ".node-password.k3s";

  private PasswordHash() {}

  /** The hash, or {@code ""} where the object holds none. */
  static String read(InputStream body) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(body)) {
      json.nextToken();
      Map<String, String> found = new TreeMap<>();
      secret(json, found);
      return found.values().stream().findFirst().orElse("");
    }
  }

  /** Those in a list of Secrets, by the name of the node. */
  public static Map<String, String> all(InputStream list) throws IOException {
    Map<String, String> found = new TreeMap<>();
    ItemList.each(list, json -> secret(json, found));
    found.keySet().removeIf(String::isEmpty);
    return found;
  }

  private static void secret(JsonParser object, Map<String, String> found) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    Sections.each(
        object,
        (field, json) -> {
          if (field.equals("metadata.name") || field.equals("data.hash")) {
            fields.put(field, json.getValueAsString(""));
          }
        });
    String name = fields.getOrDefault("metadata.name", "");
    String hash = fields.getOrDefault("data.hash", "");
    String node = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
    try {
      found.put(node, new String(Base64.getDecoder().decode(hash), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // No hash of k3s's: then nothing is known.
      return;
    }
  }
}
