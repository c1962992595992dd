package io.kwhy.parse.cluster;

import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** The {@code clientConfig} of a webhook: whom the API server asks there, and whom it trusts. */
final class WebhookClientReader implements FieldReader {
  private final JsonCursor json;

  String namespace = "";
  String service = "";
  int port = 443;
  String url = "";
  boolean caGiven;

  WebhookClientReader(JsonCursor json) {
    this.json = json;
  }

  boolean hasAddress() {
    return !(service.isEmpty() && url.isEmpty());
  }

  @Override
  public void field(String field) throws IOException {
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
