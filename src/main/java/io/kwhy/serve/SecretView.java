package io.kwhy.serve;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A Secret as it is shown: the names of what it holds, and nothing of that. */
final class SecretView {
  private static final String MARK = "<redacted>";

  private static final String ENCODED =
      Base64.getEncoder().encodeToString(MARK.getBytes(StandardCharsets.UTF_8));

  /** Fields of a Secret by which it is known, and what is under them is no secret. */
  private static final Set<String> OPEN = Set.of("apiVersion", "kind", "type", "immutable");

  private SecretView() {}

  /** That Secret; annotations may repeat what it holds. */
  static Map<?, ?> of(Map<?, ?> secret) {
    Map<String, Object> view = new LinkedHashMap<>();
    secret.forEach(
        (name, value) -> {
          String field = String.valueOf(name);
          if (OPEN.contains(field)) {
            view.put(field, value);
          } else if (field.equals("metadata")) {
            view.put(field, metadata(Tree.map(secret, field)));
          } else if (value instanceof Map<?, ?> held) {
            view.put(field, blanked(held, field.equals("stringData") ? MARK : ENCODED));
          }
        });
    return view;
  }

  private static Map<String, Object> metadata(Map<?, ?> metadata) {
    Map<String, Object> view = new LinkedHashMap<>();
    metadata.forEach(
        (name, value) -> {
          boolean annotations = name.equals("annotations") && value instanceof Map;
          view.put(
              String.valueOf(name),
              annotations ? blanked(Tree.map(metadata, "annotations"), MARK) : value);
        });
    return view;
  }

  private static Map<String, Object> blanked(Map<?, ?> held, String mark) {
    Map<String, Object> view = new LinkedHashMap<>();
    held.keySet().forEach(name -> view.put(String.valueOf(name), mark));
    return view;
  }
}
