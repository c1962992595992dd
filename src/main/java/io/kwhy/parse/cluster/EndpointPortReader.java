package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.EndpointPort;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** A port of an EndpointSlice or of a subset of Endpoints. */
final class EndpointPortReader implements FieldReader {
  private final JsonCursor json;
  private String name = "";
  private String protocol = "TCP";
  private int port;
  private int line;

  EndpointPortReader(JsonCursor json) {
    this.json = json;
    this.line = json.line();
  }

  @Override
  public void field(String field) throws IOException {
    switch (field) {
      case "name" -> name = json.word();
      case "protocol" -> protocol = json.word();
      case "port" -> {
        port = json.integer();
        line = json.line();
      }
      default -> {}
    }
  }

  void tell(String namespace, String service, String slice, Facts facts) {
    facts.add(new EndpointPort(namespace, service, slice, name, protocol, port, facts.at(line)));
  }
}
