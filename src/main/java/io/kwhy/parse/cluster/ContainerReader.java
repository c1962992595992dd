package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.ContainerStatus;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Instant;

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

  /** Whether it ended after that time, or is neither up nor, as init containers do, done. */
  boolean endedAfter(Instant time) {
    boolean done = init && present.state.equals("terminated") && present.exitCode == 0;
    return last.when.isAfter(time) || !(done || present.state.equals("running"));
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
            last.message,
            last.began,
            last.when,
            present.when,
            image,
            facts.at(line)));
  }

  /** A state or a last state: one field, whose name is the state. */
  private final class Phase implements FieldReader {
    private String state = "";
    private String reason = "";
    private String message = "";
    private int exitCode;
    private Instant when = Fact.UNKNOWN_TIME;
    private Instant began = Fact.UNKNOWN_TIME;
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
        case "message" -> message = json.message();
        case "exitCode" -> exitCode = json.integer();
        // Of a container that ended, the end counts, whichever comes first.
        case "startedAt" -> {
          began = json.time();
          when = when.equals(Fact.UNKNOWN_TIME) ? began : when;
        }
        case "finishedAt" -> when = json.time();
        default -> {}
      }
    }
  }
}
