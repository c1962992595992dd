package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.PersistentVolume;
import io.kwhy.fact.cluster.Selector;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** A PersistentVolume. */
final class VolumeObjectReader extends ObjectReader {
  private static final Set<String> SOURCES =
      Set.of(
          "hostPath",
          "local",
          "nfs",
          "csi",
          "iscsi",
          "rbd",
          "cephfs",
          "fc",
          "awsElasticBlockStore",
          "gcePersistentDisk",
          "azureDisk",
          "azureFile",
          "glusterfs",
          "cinder",
          "vsphereVolume");

  private final Reference claim = new Reference(json);
  private String phase = "";
  private String storageClass = "";
  private String provisioner = "";
  private String reclaimPolicy = "";
  private String size = "";
  private List<String> accessModes = List.of();
  private String source = "";
  private String path = "";
  private String mode = "Filesystem";
  private final List<String> nodes = new ArrayList<>();
  private final List<String> reach = new ArrayList<>();
  private SortedMap<String, String> labels = Collections.emptySortedMap();

  VolumeObjectReader(JsonCursor json) {
    super(json);
  }

  @Override
  void labels() throws IOException {
    labels = json.map();
  }

  @Override
  void annotation(String name) throws IOException {
    if (name.equals("pv.kubernetes.io/provisioned-by")) {
      provisioner = json.word();
    }
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" ->
          json.fields(
              field -> {
                if (field.equals("phase")) {
                  phase = json.word();
                }
              });
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "storageClassName" -> storageClass = json.word();
      case "claimRef" -> json.fields(claim);
      case "persistentVolumeReclaimPolicy" -> reclaimPolicy = json.word();
      case "volumeMode" -> mode = json.word();
      case "accessModes" -> accessModes = json.words();
      case "capacity" ->
          json.fields(
              field -> {
                if (field.equals("storage")) {
                  size = json.scalar();
                }
              });
      case "nodeAffinity" -> json.fields(this::affinity);
      default -> {
        if (SOURCES.contains(name)) {
          source = name;
          json.fields(
              field -> {
                if (field.equals("path")) {
                  path = json.word();
                }
              });
        }
      }
    }
  }

  private void affinity(String name) throws IOException {
    if (name.equals("required")) {
      json.fields(
          field -> {
            if (field.equals("nodeSelectorTerms")) {
              json.elements(() -> json.fields(this::term));
            }
          });
    }
  }

  private void term(String name) throws IOException {
    if (name.equals("matchExpressions") || name.equals("matchFields")) {
      for (SelectorReader.Expression each :
          json.objects(() -> new SelectorReader.Expression(json))) {
        Selector.Requirement requirement = each.requirement();
        if (requirement.operator().equals("In")
            && (requirement.key().equals("kubernetes.io/hostname")
                || requirement.key().equals("metadata.name"))) {
          nodes.addAll(requirement.values());
        } else {
          reach.add(requirement.toString());
        }
      }
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new PersistentVolume(
            meta.name,
            phase,
            storageClass,
            provisioner,
            claim.name.isEmpty() ? "" : claim.namespace + "/" + claim.name,
            reclaimPolicy,
            size,
            Quantity.units(size),
            accessModes,
            source,
            path,
            mode,
            nodes,
            String.join(", ", reach),
            labels,
            meta.created,
            meta.deleting,
            facts.at(meta.line)));
  }
}
