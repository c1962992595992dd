package io.kwhy.serve;

import java.util.List;
import java.util.Map;

/** Volumes and what asks for them, as kubectl shows them. */
final class StorageColumns {
  private static final Map<String, String> SHORT =
      Map.of(
          "ReadWriteOnce", "RWO",
          "ReadOnlyMany", "ROX",
          "ReadWriteMany", "RWX",
          "ReadWriteOncePod", "RWOP");

  private StorageColumns() {}

  static Columns volume(Ages ages) {
    return new Columns()
        .text("Capacity", "spec", "capacity", "storage")
        .show("Access Modes", volume -> modes(Tree.list(volume, "spec", "accessModes")))
        .text("Reclaim Policy", "spec", "persistentVolumeReclaimPolicy")
        .show("Status", volume -> status(volume))
        .show("Claim", StorageColumns::claim)
        .text("StorageClass", "spec", "storageClassName")
        .text("Reason", "status", "reason")
        .show("Age", ages::of)
        .wide("VolumeMode", volume -> Tree.text(volume, "spec", "volumeMode"));
  }

  static Columns claim(Ages ages) {
    return new Columns()
        .show("Status", claim -> status(claim))
        .text("Volume", "spec", "volumeName")
        .text("Capacity", "status", "capacity", "storage")
        .show("Access Modes", claim -> modes(Tree.list(claim, "status", "accessModes")))
        .text("StorageClass", "spec", "storageClassName")
        .show("Age", ages::of)
        .wide("VolumeMode", claim -> Tree.text(claim, "spec", "volumeMode"));
  }

  static Columns storageClass(Ages ages) {
    return new Columns()
        .text("Provisioner", "provisioner")
        .text("ReclaimPolicy", "reclaimPolicy")
        .text("VolumeBindingMode", "volumeBindingMode")
        .show(
            "AllowVolumeExpansion",
            each -> Tree.text(each, "allowVolumeExpansion").equals("true") ? "true" : "false")
        .show("Age", ages::of);
  }

  /** A StorageClass's name says whether it is the one that claims get which name none. */
  static String className(Map<?, ?> object) {
    Object usual =
        Tree.map(object, "metadata", "annotations")
            .get("storageclass.kubernetes.io/is-default-class");
    return Tree.text(object, "metadata", "name") + ("true".equals(usual) ? " (default)" : "");
  }

  private static String status(Map<?, ?> object) {
    return Tree.text(object, "metadata", "deletionTimestamp").isEmpty()
        ? Tree.text(object, "status", "phase")
        : "Terminating";
  }

  private static String claim(Map<?, ?> volume) {
    String name = Tree.text(volume, "spec", "claimRef", "name");
    return name.isEmpty() ? "" : Tree.text(volume, "spec", "claimRef", "namespace") + "/" + name;
  }

  private static String modes(List<?> modes) {
    return String.join(
        ",",
        modes.stream().map(String::valueOf).map(mode -> SHORT.getOrDefault(mode, mode)).toList());
  }
}
