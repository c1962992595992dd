package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.PersistentVolumeClaim;
import io.kwhy.fact.cluster.Selector;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A PersistentVolumeClaim; its line is that of the phase. */
final class ClaimReader extends ObjectReader {
  private String phase = "";
  private String storageClass = "";
  private boolean classGiven;
  private String annotatedClass = "";
  private String volume = "";
  private String mode = "Filesystem";
  private Selector selector = Selector.EVERYTHING;
  private List<String> accessModes = List.of();
  private String size = "";
  private String capacity = "";
  private List<Condition> conditions = List.of();
  private String selectedNode = "";
  private int line;
  private int classLine;

  ClaimReader(JsonCursor json) {
    super(json);
  }

  @Override
  void annotation(String name) throws IOException {
    switch (name) {
      case "volume.beta.kubernetes.io/storage-class" -> annotatedClass = json.word();
      case "volume.kubernetes.io/selected-node" -> selectedNode = json.word();
      default -> {}
    }
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" -> json.fields(this::status);
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "storageClassName" -> {
        classGiven = !json.atNull();
        storageClass = json.word();
        classLine = json.line();
      }
      case "volumeName" -> volume = json.word();
      case "volumeMode" -> mode = json.word();
      case "selector" -> selector = SelectorReader.at(json);
      case "accessModes" -> accessModes = json.words();
      case "resources" ->
          json.fields(
              field -> {
                if (field.equals("requests")) {
                  json.fields(this::request);
                }
              });
      default -> {}
    }
  }

  private void request(String name) throws IOException {
    if (name.equals("storage")) {
      size = json.scalar();
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "phase" -> {
        phase = json.word();
        line = json.line();
      }
      case "capacity" -> json.fields(this::capacity);
      case "conditions" -> conditions = json.objects(() -> new Condition(json));
      default -> {}
    }
  }

  private void capacity(String name) throws IOException {
    if (name.equals("storage")) {
      capacity = json.scalar();
    }
  }

  @Override
  void tell(Facts facts) {
    boolean annotated = !classGiven && !annotatedClass.isEmpty();
    boolean pending = phase.equals("Pending") && classLine > 0;
    facts.add(
        new PersistentVolumeClaim(
            meta.namespace,
            meta.name,
            phase,
            annotated ? annotatedClass : storageClass,
            classGiven || annotated,
            volume,
            mode,
            selector,
            accessModes,
            size,
            Quantity.units(size),
            capacity,
            Quantity.units(capacity),
            selectedNode,
            meta.created,
            meta.deleting,
            facts.at(pending ? classLine : line == 0 ? meta.line : line)));
    for (Condition each : conditions) {
      facts.add(each.of("persistentvolumeclaim", meta, facts));
    }
  }
}
