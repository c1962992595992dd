package io.kwhy.parse.cluster;

import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The status of a Service or an Ingress: where its load balancer answers. */
final class LoadBalancerReader implements FieldReader {
  private final JsonCursor json;
  private final List<String> addresses = new ArrayList<>();

  LoadBalancerReader(JsonCursor json) {
    this.json = json;
  }

  /** Addresses and names, in their order. */
  List<String> addresses() {
    return addresses;
  }

  @Override
  public void field(String name) throws IOException {
    if (name.equals("loadBalancer")) {
      json.fields(this::entrances);
    }
  }

  private void entrances(String name) throws IOException {
    if (name.equals("ingress")) {
      json.elements(() -> json.fields(this::address));
    }
  }

  private void address(String name) throws IOException {
    switch (name) {
      case "ip", "hostname" -> addresses.add(json.word());
      default -> {}
    }
  }
}
