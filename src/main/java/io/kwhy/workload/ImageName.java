package io.kwhy.workload;

/**
 * The name of an image.
 *
 * @param registry host and port that it comes from
 * @param repository path at that registry
 * @param version digest, or else tag, that is asked for
 */
record ImageName(String registry, String repository, String version) {
  private static final String DOCKER = "docker.io";

  /** The registry's host and port: what stands before the first slash, where it is one. */
  static ImageName of(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    String path = host ? image.substring(slash + 1) : image;
    int at = path.indexOf('@');
    String named = at < 0 ? path : path.substring(0, at);
    int colon = named.lastIndexOf(':');
    String repository = colon < 0 ? named : named.substring(0, colon);
    String tag = colon < 0 ? "latest" : named.substring(colon + 1);
    String registry = host ? first : DOCKER;
    boolean official = registry.equals(DOCKER) && !repository.contains("/");
    return new ImageName(
        registry,
        official ? "library/" + repository : repository,
        at < 0 ? tag : path.substring(at + 1));
  }

  /** Whether who asks a registry for that asks for this image. */
  boolean isAskedBy(String repository, String version) {
    return this.repository.equals(repository) && this.version.equals(version);
  }
}
