package io.kwhy.parse.cluster;

import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** What an object says of another: its owner, or what an event is about. */
final class Reference implements FieldReader {
  private final JsonCursor json;

  String kind = "";
  String namespace = "";
  String name = "";
  boolean controller;

  Reference(JsonCursor json) {
    this.json = json;
  }

  @Override
  public void field(String field) throws IOException {
    switch (field) {
      case "kind" -> kind = json.word();
      case "namespace" -> namespace = json.word();
      case "name" -> name = json.word();
      case "controller" -> controller = json.flag();
      default -> {}
    }
  }
}
