package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.StatefulRollout;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** What a StatefulSet says of its rollout; its line is that of the revision. */
final class RolloutReader {
  private final JsonCursor json;
  private String policy = "OrderedReady";
  private String strategy = "RollingUpdate";
  private int partition;
  private String current = "";
  private String update = "";
  private int line;

  RolloutReader(JsonCursor json) {
    this.json = json;
  }

  void spec(String name) throws IOException {
    switch (name) {
      case "podManagementPolicy" -> policy = json.word();
      case "updateStrategy" -> json.fields(this::strategy);
      default -> {}
    }
  }

  private void strategy(String name) throws IOException {
    switch (name) {
      case "type" -> strategy = json.word();
      case "rollingUpdate" ->
          json.fields(
              field -> {
                if (field.equals("partition")) {
                  partition = json.integer();
                }
              });
      default -> {}
    }
  }

  void status(String name) throws IOException {
    switch (name) {
      case "currentRevision" -> current = json.word();
      case "updateRevision" -> {
        update = json.word();
        line = json.line();
      }
      default -> {}
    }
  }

  void tell(ObjectMeta meta, List<String> images, Facts facts) {
    facts.add(
        new StatefulRollout(
            meta.namespace,
            meta.name,
            policy,
            strategy,
            partition,
            current,
            update,
            images,
            facts.at(line == 0 ? meta.line : line)));
  }
}
