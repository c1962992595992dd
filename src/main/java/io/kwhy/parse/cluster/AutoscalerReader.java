package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Autoscaler;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A HorizontalPodAutoscaler of autoscaling/v1 or v2. */
final class AutoscalerReader extends ObjectReader {
  private final Reference target = new Reference(json);
  private int min = 1;
  private int max;
  private int current;
  private int desired;
  private List<Condition> conditions = List.of();

  AutoscalerReader(JsonCursor json) {
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
      case "scaleTargetRef" -> json.fields(target);
      case "minReplicas" -> min = json.integer();
      case "maxReplicas" -> max = json.integer();
      default -> {}
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "currentReplicas" -> current = json.integer();
      case "desiredReplicas" -> desired = json.integer();
      case "conditions" -> conditions = json.objects(() -> new Condition(json));
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new Autoscaler(
            meta.namespace,
            meta.name,
            target.kind.toLowerCase(Locale.ROOT),
            target.name,
            min,
            max,
            current,
            desired,
            meta.created,
            facts.at(meta.line)));
    conditions.forEach(each -> facts.add(each.of("horizontalpodautoscaler", meta, facts)));
  }
}
