package io.kwhy.workload;

/** The name of an image, as far as it says where it comes from. */
record ImageName(String registry) {
  private static final String DOCKER = "docker.io";

  /** The registry's host and port: what stands before the first slash, where it is one. */
  static ImageName of(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return new ImageName(host ? first : DOCKER);
  }
}
