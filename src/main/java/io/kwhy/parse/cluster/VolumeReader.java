package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.HostPathVolume;
import io.kwhy.fact.cluster.PodReference;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A volume of a pod, as far as it comes from another object or from the node. */
final class VolumeReader implements FieldReader {
  /** A claim that is made for the pod, and named after it and the volume. */
  private static final String EPHEMERAL = "ephemeral";

  private final JsonCursor json;
  private final List<Source> sources = new ArrayList<>();
  private String name = "";
  private String hostPath = "";
  private String hostPathType = "";
  private int hostPathLine;

  VolumeReader(JsonCursor json) {
    this.json = json;
  }

  @Override
  public void field(String field) throws IOException {
    switch (field) {
      case "name" -> name = json.word();
      case "hostPath" -> json.fields(this::hostPath);
      case "persistentVolumeClaim" -> source("PersistentVolumeClaim");
      case EPHEMERAL -> source(EPHEMERAL);
      case "configMap" -> source("ConfigMap");
      case "secret" -> source("Secret");
      case "projected" ->
          json.fields(
              inner -> {
                if (inner.equals("sources")) {
                  json.elements(() -> json.fields(this::projected));
                }
              });
      default -> {}
    }
  }

  private void projected(String field) throws IOException {
    switch (field) {
      case "configMap" -> source("ConfigMap");
      case "secret" -> source("Secret");
      default -> {}
    }
  }

  private void hostPath(String field) throws IOException {
    switch (field) {
      case "path" -> {
        hostPath = json.word();
        hostPathLine = json.line();
      }
      case "type" -> hostPathType = json.word();
      default -> {}
    }
  }

  private void source(String kind) throws IOException {
    Source source = new Source(kind);
    if (json.fields(source)) {
      sources.add(source);
    }
  }

  void tell(ObjectMeta pod, String node, Facts facts) {
    if (!hostPath.isEmpty()) {
      facts.add(
          new HostPathVolume(
              pod.namespace, pod.name, node, name, hostPath, hostPathType, facts.at(hostPathLine)));
    }
    sources.forEach(each -> each.tell(pod, facts));
  }

  private final class Source implements FieldReader {
    private final String kind;
    private final List<String> keys = new ArrayList<>();
    private String object = "";
    private boolean optional;
    private int line = json.line();

    private Source(String kind) {
      this.kind = kind;
    }

    @Override
    public void field(String field) throws IOException {
      switch (field) {
        case "name", "secretName", "claimName" -> {
          object = json.word();
          line = json.line();
        }
        case "optional" -> optional = json.flag();
        case "items" -> json.elements(() -> json.fields(this::item));
        default -> {}
      }
    }

    private void item(String field) throws IOException {
      if (field.equals("key")) {
        keys.add(json.word());
      }
    }

    private void tell(ObjectMeta pod, Facts facts) {
      String wanted = kind.equals(EPHEMERAL) ? pod.name + "-" + name : object;
      for (String key : keys.isEmpty() ? List.of("") : keys) {
        facts.add(
            new PodReference(
                pod.namespace,
                pod.name,
                kind.equals(EPHEMERAL) ? "PersistentVolumeClaim" : kind,
                wanted,
                key,
                "volume",
                "",
                name,
                optional,
                facts.at(line)));
      }
    }
  }
}
