package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Job;
import io.kwhy.fact.cluster.NodeUpgradeJob;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A Job and its conditions. */
final class JobReader extends ObjectReader {
  private int active;
  private int succeeded;
  private int failed;
  private int completions;
  private int backoffLimit = 6;
  private int deadlineSeconds;
  private boolean suspended;
  private List<Condition> conditions = List.of();
  private String upgradedNode = "";
  private String plan = "";
  private boolean cordons;
  private int line;

  JobReader(JsonCursor json) {
    super(json);
  }

  /** Those of the system-upgrade-controller. */
  @Override
  void label(String name) throws IOException {
    switch (name) {
      case "upgrade.cattle.io/node" -> upgradedNode = json.word();
      case "upgrade.cattle.io/plan" -> plan = json.word();
      default -> {}
    }
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" -> {
        line = json.line();
        json.fields(this::status);
      }
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "completions" -> completions = json.integer();
      case "backoffLimit" -> backoffLimit = json.integer();
      case "activeDeadlineSeconds" -> deadlineSeconds = json.integer();
      case "suspend" -> suspended = json.flag();
      case "template" -> json.fields(this::template);
      default -> {}
    }
  }

  private void template(String name) throws IOException {
    if (name.equals("spec")) {
      json.fields(this::podSpec);
    }
  }

  private void podSpec(String name) throws IOException {
    if (name.equals("initContainers")) {
      json.elements(() -> json.fields(this::initContainer));
    }
  }

  /** What the system-upgrade-controller calls the containers that take a node out of service. */
  private void initContainer(String name) throws IOException {
    if (name.equals("name")) {
      String word = json.word();
      cordons |= word.equals("cordon") || word.equals("drain");
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "active" -> active = json.integer();
      case "succeeded" -> succeeded = json.integer();
      case "failed" -> failed = json.integer();
      case "conditions" -> conditions = json.objects(() -> new Condition(json));
      default -> {}
    }
  }

  private boolean holds(String type) {
    return conditions.stream().anyMatch(c -> c.type.equals(type) && c.status.equals("True"));
  }

  @Override
  void tell(Facts facts) {
    Reference owner = meta.controller();
    facts.add(
        new Job(
            meta.namespace,
            meta.name,
            active,
            succeeded,
            failed,
            completions,
            backoffLimit,
            deadlineSeconds,
            suspended,
            holds("Complete"),
            holds("Failed"),
            owner.kind,
            owner.name,
            meta.created,
            meta.deleting,
            facts.at(line == 0 ? meta.line : line)));
    conditions.forEach(each -> facts.add(each.of("job", meta, facts)));
    if (!upgradedNode.isEmpty()) {
      tellUpgrade(facts);
    }
  }

  private void tellUpgrade(Facts facts) {
    facts.add(
        new NodeUpgradeJob(
            meta.namespace,
            meta.name,
            upgradedNode,
            plan,
            cordons,
            holds("Complete") || holds("Failed"),
            holds("Failed"),
            meta.created,
            facts.at(meta.line)));
  }
}
