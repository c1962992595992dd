package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.NodeAddress;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** An address in a Node's status. */
final class NodeAddressReader implements FieldReader {
  private final JsonCursor json;

  String type = "";
  String address = "";

  /** Line of the address. */
  private int line;

  NodeAddressReader(JsonCursor json) {
    this.json = json;
    this.line = json.line();
  }

  @Override
  public void field(String name) throws IOException {
    switch (name) {
      case "type" -> type = json.word();
      case "address" -> {
        address = json.word();
        line = json.line();
      }
      default -> {}
    }
  }

  NodeAddress of(String node, Facts facts) {
    return new NodeAddress(node, type, address, facts.at(line));
  }
}
