package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Selector;
import io.kwhy.fact.cluster.Workload;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A Deployment, DaemonSet, StatefulSet or ReplicaSet. */
final class WorkloadReader extends ObjectReader {
  private final String kind;
  private final TemplateReader template = new TemplateReader(json);
  private Selector selector = Selector.EVERYTHING;
  // Where none is given there is one replica; a DaemonSet's comes from its status.
  private int desired = 1;
  private int current;
  private int updated;
  private int ready;
  private int available;
  private int observed;
  private boolean paused;
  private List<Condition> conditions = List.of();
  private final RolloutReader rollout = new RolloutReader(json);
  private int line;

  WorkloadReader(JsonCursor json, String kind) {
    super(json);
    this.kind = kind;
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
      case "replicas" -> {
        desired = json.atNull() ? 1 : json.integer();
        line = json.line();
      }
      case "selector" -> selector = SelectorReader.at(json);
      case "paused" -> paused = json.flag();
      case "template" -> json.fields(template);
      default -> rollout.spec(name);
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "desiredNumberScheduled" -> {
        desired = json.integer();
        line = json.line();
      }
      case "replicas", "currentNumberScheduled" -> current = json.integer();
      case "updatedReplicas", "updatedNumberScheduled" -> updated = json.integer();
      case "readyReplicas", "numberReady" -> ready = json.integer();
      case "availableReplicas", "numberAvailable" -> available = json.integer();
      case "observedGeneration" -> observed = json.integer();
      case "conditions" -> conditions = json.objects(() -> new Condition(json));
      default -> rollout.status(name);
    }
  }

  @Override
  void tell(Facts facts) {
    if (kind.equals("replicaset") && desired == 0 && current == 0) {
      return;
    }
    Reference owner = meta.controller();
    facts.add(
        new Workload(
            kind,
            meta.namespace,
            meta.name,
            desired,
            current,
            updated,
            ready,
            available,
            observed >= meta.generation,
            paused,
            owner.kind,
            owner.name,
            template.serviceAccount(),
            selector,
            template.labels(),
            meta.created,
            meta.deleting,
            facts.at(line == 0 ? meta.line : line)));
    if (kind.equals("statefulset")) {
      rollout.tell(meta, template.images(), facts);
    }
    for (Condition each : conditions) {
      facts.add(each.of(kind, meta, facts));
    }
    // A ReplicaSet of a Deployment has the Deployment's template.
    if (owner.name.isEmpty()) {
      template.tell(kind, meta, facts);
    }
  }
}
