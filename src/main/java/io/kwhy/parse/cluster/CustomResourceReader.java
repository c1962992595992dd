package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.ConversionWebhook;
import io.kwhy.fact.cluster.CustomResource;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A CustomResourceDefinition by its names, its versions and who converts between them; the schemas,
 * most of it, are passed over.
 */
final class CustomResourceReader extends ObjectReader {
  private String group = "";
  private String kind = "";
  private final List<String> names = new ArrayList<>();
  private final ConversionReader conversion;
  private List<Version> versions = List.of();
  private List<Condition> conditions = List.of();

  CustomResourceReader(JsonCursor json) {
    super(json);
    conversion = new ConversionReader(json);
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" ->
          json.fields(
              field -> {
                switch (field) {
                  case "group" -> group = json.word();
                  case "names" -> json.fields(this::name);
                  case "conversion" -> json.fields(conversion);
                  case "versions" -> versions = json.objects(Version::new);
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

  private void name(String field) throws IOException {
    switch (field) {
      case "kind" -> {
        kind = json.word();
        names.add(kind);
      }
      case "singular", "plural", "listKind" -> names.add(json.word());
      case "shortNames" -> names.addAll(json.words());
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
            kind,
            names.stream().filter(each -> !each.isEmpty()).distinct().toList(),
            established,
            meta.created,
            meta.deleting,
            facts.at(meta.line)));
    for (Condition each : conditions) {
      if (each.type.equals("NamesAccepted") && each.status.equals("False")) {
        facts.add(each.of("customresourcedefinition", meta, facts));
      }
    }
    if (conversion.byWebhook()) {
      tellConversion(facts);
    }
  }

  private void tellConversion(Facts facts) {
    String stored =
        versions.stream().filter(each -> each.stored).map(each -> each.name).findFirst().orElse("");
    facts.add(
        new ConversionWebhook(
            meta.name,
            group,
            kind,
            conversion.client.namespace,
            conversion.client.service,
            conversion.client.port,
            conversion.client.url,
            conversion.client.caGiven,
            versions.stream().filter(each -> each.served).map(each -> each.name).toList(),
            stored,
            facts.at(conversion.line)));
  }

  private final class Version implements FieldReader {
    private String name = "";
    private boolean served;
    private boolean stored;

    @Override
    public void field(String field) throws IOException {
      switch (field) {
        case "name" -> name = json.word();
        case "served" -> served = json.flag();
        case "storage" -> stored = json.flag();
        default -> {}
      }
    }
  }
}
