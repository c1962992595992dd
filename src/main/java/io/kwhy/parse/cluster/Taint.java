package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.NodeTaint;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Instant;

/** A taint in a Node's spec. */
final class Taint implements FieldReader {
  private final JsonCursor json;
  private String key = "";
  private String value = "";
  private String effect = "";
  private Instant added = Fact.UNKNOWN_TIME;

  /** Line of the key. */
  private int line;

  Taint(JsonCursor json) {
    this.json = json;
    this.line = json.line();
  }

  @Override
  public void field(String name) throws IOException {
    switch (name) {
      case "key" -> {
        key = json.word();
        line = json.line();
      }
      case "value" -> value = json.word();
      case "effect" -> effect = json.word();
      case "timeAdded" -> added = json.time();
      default -> {}
    }
  }

  NodeTaint of(String node, Facts facts) {
    return new NodeTaint(node, key, value, effect, added, facts.at(line));
  }
}
