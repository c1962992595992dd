package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.TemplatePort;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** The pod template of a controller, as far as others than its pods need it. */
final class TemplateReader implements FieldReader {
  private final JsonCursor json;
  private SortedMap<String, String> labels = Collections.emptySortedMap();
  private String serviceAccount = "";
  private final List<Port> ports = new ArrayList<>();
  private final List<String> images = new ArrayList<>();

  TemplateReader(JsonCursor json) {
    this.json = json;
  }

  SortedMap<String, String> labels() {
    return labels;
  }

  String serviceAccount() {
    return serviceAccount;
  }

  /** Images of its containers, init containers aside. */
  List<String> images() {
    return images;
  }

  @Override
  public void field(String name) throws IOException {
    switch (name) {
      case "metadata" -> json.fields(this::metadata);
      case "spec" -> json.fields(this::spec);
      default -> {}
    }
  }

  private void metadata(String name) throws IOException {
    if (name.equals("labels")) {
      labels = json.map();
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "serviceAccountName" -> serviceAccount = json.word();
      case "containers" ->
          json.objects(() -> new ContainerPorts(json))
              .forEach(
                  each -> {
                    ports.addAll(each.ports());
                    images.add(each.image);
                  });
      default -> {}
    }
  }

  void tell(String kind, ObjectMeta meta, Facts facts) {
    for (Port each : ports) {
      facts.add(
          new TemplatePort(
              kind,
              meta.namespace,
              meta.name,
              each.container,
              each.name,
              each.protocol,
              each.port,
              each.hostPort,
              facts.at(each.line)));
    }
  }

  /** A port of a container. */
  record Port(
      String container,
      String name,
      String protocol,
      int port,
      int hostPort,
      String hostIp,
      int line) {}

  /** The ports of a container. */
  static final class ContainerPorts implements FieldReader {
    private final JsonCursor json;
    private String name = "";
    private String image = "";
    private List<PortReader> ports = List.of();

    ContainerPorts(JsonCursor json) {
      this.json = json;
    }

    @Override
    public void field(String field) throws IOException {
      switch (field) {
        case "name" -> name = json.word();
        case "image" -> image = json.word();
        case "ports" -> ports = json.objects(() -> new PortReader(json));
        default -> {}
      }
    }

    List<Port> ports() {
      return ports.stream().map(each -> each.port(name)).toList();
    }
  }

  /** One port of a container. */
  static final class PortReader implements FieldReader {
    private final JsonCursor json;
    private String name = "";
    private String protocol = "TCP";
    private int port;
    private int hostPort;
    private String hostIp = "";
    private int line;

    PortReader(JsonCursor json) {
      this.json = json;
      this.line = json.line();
    }

    @Override
    public void field(String field) throws IOException {
      switch (field) {
        case "name" -> name = json.word();
        case "protocol" -> protocol = json.word();
        case "containerPort" -> {
          port = json.integer();
          line = json.line();
        }
        case "hostPort" -> hostPort = json.integer();
        case "hostIP" -> hostIp = json.word();
        default -> {}
      }
    }

    Port port(String container) {
      return new Port(container, name, protocol, port, hostPort, hostIp, line);
    }
  }
}
