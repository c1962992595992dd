package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.ApiService;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** An APIService; its line is that of the condition Available. */
final class ApiServiceReader extends ObjectReader {
  private final Reference service = new Reference(json);
  private String group = "";
  private String version = "";
  private List<Condition> conditions = List.of();

  ApiServiceReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" ->
          json.fields(
              field -> {
                if (field.equals("conditions")) {
                  conditions = json.objects(() -> new Condition(json));
                }
              });
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "group" -> group = json.word();
      case "version" -> version = json.word();
      case "service" -> json.fields(service);
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    Condition available =
        conditions.stream()
            .filter(each -> each.type.equals("Available"))
            .findFirst()
            .orElseGet(() -> new Condition(json));
    facts.add(
        new ApiService(
            meta.name,
            group,
            version,
            service.namespace,
            service.name,
            available.status,
            available.reason,
            available.message,
            available.changed,
            facts.at(available.status.isEmpty() ? meta.line : available.line)));
  }
}
