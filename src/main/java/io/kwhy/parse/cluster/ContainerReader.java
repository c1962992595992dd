package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.ContainerStatus;
import io.kwhy.parse.Facts;
import java.io.IOException;

/** The status of one container of a pod. */
final class ContainerReader implements FieldReader {
  private final JsonCursor json;
  private final boolean init;
  private final Phase present = new Phase();
  private final Phase last = new Phase();
  private String name = "";
  private String image = "";
  private int restarts;
  private boolean ready;
  private int line;

  ContainerReader(JsonCursor json, boolean init) {
    this.json = json;
    this.init = init;
    this.line = json.line();
  }

  @Override
  public void field(String field) throws IOException {
    switch (field) {
      case "name" -> name = json.word();
      case "image" -> image = json.word();
      case "restartCount" -> restarts = json.integer();
      case "ready" -> ready = json.flag();
      case "state" -> {
        line = json.line();
        json.fields(present);
        line = Math.max(line, present.line);
      }
      case "lastState" -> json.fields(last);
      default -> {}
    }
  }

  void tell(ObjectMeta pod, String node, Facts facts) {
    facts.add(
        new ContainerStatus(
            pod.namespace,
            pod.name,
            node,
            name,
            init,
            present.state,
            present.reason,
            present.message,
            present.exitCode,
            restarts,
            ready,
            last.reason,
            last.exitCode,
            image,
            facts.at(line)));
  }

  /** A state or a last state: one field, whose name is the state. */
  private final class Phase implements FieldReader {
    private String state = "";
    private String reason = "";
    private String message = "";
    private int exitCode;
    private int line;

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "running", "waiting", "terminated" -> {
          int start = json.line();
          if (json.fields(this::details)) {
            state = name;
            line = start;
          }
        }
        default -> {}
      }
    }

    private void details(String name) throws IOException {
      switch (name) {
        case "reason" -> reason = json.word();
        case "message" -> message = json.word();
        case "exitCode" -> exitCode = json.integer();
        default -> {}
      }
    }
  }
}
