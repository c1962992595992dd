package io.kwhy.fact.workload;

/** Archives of images that lie beside k3s; what is in them, their names tell alone. */
final class ImageArchives {
  private ImageArchives() {}

  /**
   * Whether an archive is likely to hold an image: k3s's own holds all of rancher's that k3s
   * starts, others are mostly named after the image in them.
   *
   * @param file path of the archive
   */
  static boolean mayHold(String file, String image) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    boolean rancher = image.startsWith("rancher/") || image.contains("/rancher/");
    String last = image.replaceAll("^.*/|[:@].*", "");
    return (rancher && name.contains("k3s-airgap-images"))
        || (!last.isEmpty() && name.contains(last));
  }
}
