package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A container as a pod's spec wants it. Told of pods whose details are told.
 *
 * @param entrypoint first word of its command, or {@code ""} for that of the image; arguments may
 *     hold secrets and are not kept
 * @param cpuRequest as written, e.g. {@code 250m}; {@code ""} for none, as the three below
 * @param storageBytes of the node's own disk that it reserves
 */
public record PodContainer(
    String namespace,
    String pod,
    String node,
    String container,
    boolean init,
    String image,
    String pullPolicy,
    String entrypoint,
    String cpuRequest,
    String cpuLimit,
    String memoryRequest,
    String memoryLimit,
    long storageBytes,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "container "
        + namespace
        + "/"
        + pod
        + "/"
        + container
        + " of image "
        + image
        + part("command", entrypoint)
        + part("requests cpu", cpuRequest)
        + part("requests memory", memoryRequest)
        + part("limit cpu", cpuLimit)
        + part("limit memory", memoryLimit);
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : ", " + name + " " + value;
  }
}
