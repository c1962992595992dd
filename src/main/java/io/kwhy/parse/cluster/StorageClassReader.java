package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.StorageClass;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** A StorageClass. */
final class StorageClassReader extends ObjectReader {
  private String provisioner = "";
  private String bindingMode = "Immediate";
  private String reclaimPolicy = "Delete";
  private boolean isDefault;
  private boolean expandable;

  StorageClassReader(JsonCursor json) {
    super(json);
  }

  @Override
  void annotation(String name) throws IOException {
    switch (name) {
      case "storageclass.kubernetes.io/is-default-class",
          "storageclass.beta.kubernetes.io/is-default-class" ->
          isDefault |= json.word().equals("true");
      default -> {}
    }
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "provisioner" -> provisioner = json.word();
      case "volumeBindingMode" -> bindingMode = json.word();
      case "reclaimPolicy" -> reclaimPolicy = json.word();
      case "allowVolumeExpansion" -> expandable = json.flag();
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new StorageClass(
            meta.name,
            provisioner,
            bindingMode,
            reclaimPolicy,
            isDefault,
            expandable,
            facts.at(meta.line)));
  }
}
