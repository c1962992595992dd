package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.CustomResource;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A CustomResourceDefinition by its names; the schemas, most of it, are passed over. */
final class CustomResourceReader extends ObjectReader {
  private String group = "";
  private final Reference names = new Reference(json);
  private List<Condition> conditions = List.of();

  CustomResourceReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" ->
          json.fields(
              field -> {
                switch (field) {
                  case "group" -> group = json.word();
                  case "names" -> json.fields(names);
                  default -> {}
                }
              });
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

  @Override
  void tell(Facts facts) {
    boolean established =
        conditions.stream()
            .anyMatch(each -> each.type.equals("Established") && each.status.equals("True"));
    facts.add(
        new CustomResource(
            meta.name,
            group,
            names.kind,
            established,
            meta.created,
            meta.deleting,
            facts.at(meta.line)));
  }
}
