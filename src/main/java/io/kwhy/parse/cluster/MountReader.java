package io.kwhy.parse.cluster;

import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** Where a volume is in a container. */
final class MountReader implements FieldReader {
  private final JsonCursor json;
  String path = "";
  boolean readOnly;

  MountReader(JsonCursor json) {
    this.json = json;
  }

  @Override
  public void field(String field) throws IOException {
    switch (field) {
      case "mountPath" -> path = json.word();
      case "readOnly" -> readOnly = json.flag();
      default -> {}
    }
  }
}
