package io.kwhy.parse.cluster;

import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** How a CustomResourceDefinition has its objects turned from one version into another. */
final class ConversionReader implements FieldReader {
  private final JsonCursor json;
  private String strategy = "";

  String namespace = "";
  String service = "";
  int port = 443;
  String url = "";
  boolean caGiven;
  int line;

  ConversionReader(JsonCursor json) {
    this.json = json;
  }

  boolean byWebhook() {
    return strategy.equals("Webhook") && !(service.isEmpty() && url.isEmpty());
  }

  @Override
  public void field(String name) throws IOException {
    switch (name) {
      case "strategy" -> {
        strategy = json.word();
        line = json.line();
      }
      case "webhook" ->
          json.fields(
              field -> {
                if (field.equals("clientConfig")) {
                  json.fields(this::client);
                }
              });
      default -> {}
    }
  }

  private void client(String field) throws IOException {
    switch (field) {
      case "url" -> url = json.word();
      case "caBundle" -> caGiven = !json.atNull();
      case "service" -> json.fields(this::service);
      default -> {}
    }
  }

  private void service(String field) throws IOException {
    switch (field) {
      case "namespace" -> namespace = json.word();
      case "name" -> service = json.word();
      case "port" -> port = json.integer();
      default -> {}
    }
  }
}
