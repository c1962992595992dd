package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Event;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Instant;

/**
 * An Event, as the core API ({@code involvedObject}, {@code message} …) or events.k8s.io ({@code
 * regarding}, {@code note}, {@code deprecated…}) writes it.
 */
final class EventReader extends ObjectReader {
  private final Reference regarding = new Reference(json);
  private String type = "";
  private String reason = "";
  private String message = "";
  private String component = "";
  private String controller = "";
  private String host = "";
  private Instant first = Fact.UNKNOWN_TIME;
  private Instant last = Fact.UNKNOWN_TIME;
  private Instant happened = Fact.UNKNOWN_TIME;
  private int count;
  private int line;

  EventReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "involvedObject", "regarding" -> json.fields(regarding);
      case "type" -> type = json.word();
      case "reason" -> reason = json.word();
      case "message", "note" -> {
        message = json.message();
        line = json.line();
      }
      case "source", "deprecatedSource" -> json.fields(this::source);
      case "reportingComponent", "reportingController" -> controller = json.word();
      case "firstTimestamp", "deprecatedFirstTimestamp" -> first = json.time();
      case "lastTimestamp", "deprecatedLastTimestamp" -> last = later(last, json.time());
      case "eventTime" -> happened = json.time();
      case "count", "deprecatedCount" -> count = Math.max(count, json.integer());
      case "series" -> json.fields(this::series);
      default -> {}
    }
  }

  private void source(String name) throws IOException {
    switch (name) {
      case "component" -> component = json.word();
      case "host" -> host = json.word();
      default -> {}
    }
  }

  private void series(String name) throws IOException {
    switch (name) {
      case "count" -> count = Math.max(count, json.integer());
      case "lastObservedTime" -> last = later(last, json.time());
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    Instant began = known(first, known(happened, known(last, meta.created)));
    facts.add(
        new Event(
            regarding.namespace,
            regarding.kind,
            regarding.name,
            type,
            reason,
            message,
            component.isEmpty() ? controller : component,
            host,
            began,
            known(last, known(happened, began)),
            Math.max(count, 1),
            facts.at(line == 0 ? meta.line : line)));
  }

  private static Instant known(Instant time, Instant otherwise) {
    return time.equals(Fact.UNKNOWN_TIME) ? otherwise : time;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
