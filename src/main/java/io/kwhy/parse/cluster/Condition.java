package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.NodeCondition;
import io.kwhy.fact.cluster.WorkloadCondition;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Instant;

/** A condition in an object's status. */
final class Condition implements FieldReader {
  private final JsonCursor json;

  String type = "";
  String status = "";
  String reason = "";
  String message = "";
  Instant changed = Fact.UNKNOWN_TIME;
  Instant heartbeat = Fact.UNKNOWN_TIME;

  /** Line of the status. */
  int line;

  Condition(JsonCursor json) {
    this.json = json;
    this.line = json.line();
  }

  @Override
  public void field(String field) throws IOException {
    switch (field) {
      case "type" -> type = json.word();
      case "status" -> {
        status = json.word();
        line = json.line();
      }
      case "reason" -> reason = json.word();
      case "message" -> message = json.word();
      case "lastTransitionTime" -> changed = json.time();
      case "lastHeartbeatTime" -> heartbeat = json.time();
      default -> {}
    }
  }

  /** As the condition of a Node. */
  NodeCondition of(String node, Facts facts) {
    return new NodeCondition(
        node, type, status, reason, message, changed, heartbeat, facts.at(line));
  }

  /** As the condition of a controller or a Job. */
  WorkloadCondition of(String kind, ObjectMeta object, Facts facts) {
    return new WorkloadCondition(
        kind,
        object.namespace,
        object.name,
        type,
        status,
        reason,
        message,
        changed,
        facts.at(line));
  }
}
