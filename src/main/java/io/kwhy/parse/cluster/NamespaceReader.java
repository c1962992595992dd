package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.NamespaceCondition;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** A Namespace; its line is that of the phase. */
final class NamespaceReader extends ObjectReader {
  private String phase = "";
  private SortedMap<String, String> labels = Collections.emptySortedMap();
  private List<String> finalizers = List.of();
  private List<Condition> conditions = List.of();
  private int line;

  NamespaceReader(JsonCursor json) {
    super(json);
  }

  @Override
  void labels() throws IOException {
    labels = json.map();
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" -> json.fields(this::status);
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    if (name.equals("finalizers")) {
      finalizers = json.words();
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "phase" -> {
        phase = json.word();
        line = json.line();
      }
      case "conditions" -> conditions = json.objects(() -> new Condition(json));
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new Namespace(
            meta.name,
            phase,
            labels,
            finalizers,
            meta.created,
            meta.deleting,
            facts.at(line == 0 ? meta.line : line)));
    for (Condition each : conditions) {
      facts.add(
          new NamespaceCondition(
              meta.name,
              each.type,
              each.status,
              each.reason,
              each.message,
              each.changed,
              facts.at(each.line)));
    }
  }
}
