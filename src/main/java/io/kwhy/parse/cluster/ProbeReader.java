package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.ContainerProbe;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** A liveness, readiness or startup probe. */
final class ProbeReader implements FieldReader {
  private final JsonCursor json;
  private final String purpose;
  private final int line;
  private String handler = "";
  private String scheme = "";
  private String port = "";
  private String path = "";
  private int delay;
  private int period = 10;
  private int timeout = 1;
  private int failures = 3;

  ProbeReader(JsonCursor json, String purpose) {
    this.json = json;
    this.purpose = purpose;
    this.line = json.line();
  }

  @Override
  public void field(String name) throws IOException {
    switch (name) {
      case "httpGet" -> handler("http");
      case "tcpSocket" -> handler("tcp");
      case "grpc" -> handler("grpc");
      case "exec" -> handler = "exec";
      case "initialDelaySeconds" -> delay = json.integer();
      case "periodSeconds" -> period = json.integer();
      case "timeoutSeconds" -> timeout = json.integer();
      case "failureThreshold" -> failures = json.integer();
      default -> {}
    }
  }

  private void handler(String kind) throws IOException {
    handler = kind;
    scheme = kind.equals("http") ? "HTTP" : "";
    json.fields(
        name -> {
          switch (name) {
            case "scheme" -> scheme = json.word();
            case "port" -> port = json.scalar();
            case "path" -> path = json.word();
            default -> {}
          }
        });
  }

  void tell(ObjectMeta pod, String container, Facts facts) {
    facts.add(
        new ContainerProbe(
            pod.namespace,
            pod.name,
            container,
            purpose,
            handler,
            scheme,
            port,
            path,
            delay,
            period,
            timeout,
            failures,
            facts.at(line)));
  }
}
