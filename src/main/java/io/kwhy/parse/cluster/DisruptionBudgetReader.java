package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.DisruptionBudget;
import io.kwhy.fact.cluster.Selector;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** A PodDisruptionBudget. */
final class DisruptionBudgetReader extends ObjectReader {
  private Selector selector = Selector.EVERYTHING;
  private String minAvailable = "";
  private String maxUnavailable = "";
  private int healthy;
  private int wanted;
  private int allowed;
  private int expected;
  private int line;

  DisruptionBudgetReader(JsonCursor json) {
    super(json);
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
    switch (name) {
      case "selector" -> selector = SelectorReader.at(json);
      case "minAvailable" -> {
        minAvailable = json.scalar();
        line = json.line();
      }
      case "maxUnavailable" -> {
        maxUnavailable = json.scalar();
        line = json.line();
      }
      default -> {}
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "currentHealthy" -> healthy = json.integer();
      case "desiredHealthy" -> wanted = json.integer();
      case "disruptionsAllowed" -> allowed = json.integer();
      case "expectedPods" -> expected = json.integer();
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new DisruptionBudget(
            meta.namespace,
            meta.name,
            selector,
            minAvailable,
            maxUnavailable,
            healthy,
            wanted,
            allowed,
            expected,
            facts.at(line == 0 ? meta.line : line)));
  }
}
