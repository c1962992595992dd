package io.kwhy.parse.cluster;

import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** How a CustomResourceDefinition has its objects turned from one version into another. */
final class ConversionReader implements FieldReader {
  private final JsonCursor json;
  private String strategy = "";

  final WebhookClientReader client;
  int line;

  ConversionReader(JsonCursor json) {
    this.json = json;
    this.client = new WebhookClientReader(json);
  }

  boolean byWebhook() {
    return strategy.equals("Webhook") && client.hasAddress();
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
                  json.fields(client);
                }
              });
      default -> {}
    }
  }
}
