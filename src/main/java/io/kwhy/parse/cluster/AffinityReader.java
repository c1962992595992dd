package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.NodeRequirement;
import io.kwhy.fact.cluster.Selector;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A pod's nodeSelector and what its affinity requires; preferences bind nobody. */
final class AffinityReader implements FieldReader {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  private final JsonCursor json;
  private final List<Wanted> wanted = new ArrayList<>();
  private int term;
  private boolean withPods;
  private boolean apartFromPods;

  AffinityReader(JsonCursor json) {
    this.json = json;
  }

  private record Wanted(int term, Selector.Requirement requirement, boolean field, int line) {}

  boolean withPods() {
    return withPods;
  }

  boolean apartFromPods() {
    return apartFromPods;
  }

  /** One label of the nodeSelector; the cursor is on its value. */
  void nodeSelector(String key) throws IOException {
    Selector.Requirement equal = new Selector.Requirement(key, "In", List.of(json.word()));
    wanted.add(new Wanted(0, equal, false, json.line()));
  }

  @Override
  public void field(String name) throws IOException {
    switch (name) {
      case "nodeAffinity" -> json.fields(this::nodes);
      case "podAffinity" -> json.fields(field -> withPods |= required(field));
      case "podAntiAffinity" -> json.fields(field -> apartFromPods |= required(field));
      default -> {}
    }
  }

  private boolean required(String name) throws IOException {
    if (!name.equals(REQUIRED)) {
      return false;
    }
    int[] terms = {0};
    json.elements(() -> terms[0]++);
    return terms[0] > 0;
  }

  private void nodes(String name) throws IOException {
    if (name.equals(REQUIRED)) {
      json.fields(
          field -> {
            if (field.equals("nodeSelectorTerms")) {
              json.elements(this::term);
            }
          });
    }
  }

  private void term() throws IOException {
    term++;
    json.fields(
        name -> {
          switch (name) {
            case "matchExpressions" -> expressions(false);
            case "matchFields" -> expressions(true);
            default -> {}
          }
        });
  }

  private void expressions(boolean field) throws IOException {
    json.elements(
        () -> {
          int line = json.line();
          SelectorReader.Expression expression = new SelectorReader.Expression(json);
          if (json.fields(expression)) {
            wanted.add(new Wanted(term, expression.requirement(), field, line));
          }
        });
  }

  void tell(ObjectMeta pod, Facts facts) {
    for (Wanted each : wanted) {
      facts.add(
          new NodeRequirement(
              pod.namespace,
              pod.name,
              each.term,
              each.requirement.key(),
              each.requirement.operator(),
              each.requirement.values(),
              each.field,
              facts.at(each.line)));
    }
  }
}
