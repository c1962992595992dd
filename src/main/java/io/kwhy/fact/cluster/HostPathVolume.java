package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A path of the node that a pod mounts. Told of pods whose details are told.
 *
 * @param type what has to be there, e.g. Directory, File, Socket; {@code ""} for no check
 */
public record HostPathVolume(
    String namespace,
    String pod,
    String node,
    String volume,
    String path,
    String type,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + pod
        + " mounts "
        + path
        + " of its node"
        + (type.isEmpty() ? "" : ", type " + type);
  }
}
