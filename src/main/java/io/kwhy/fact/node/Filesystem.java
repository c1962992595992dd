package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A mounted file system, from {@code df}. */
public record Filesystem(
    String node,
    String device,
    String type,
    String mount,
    long sizeBytes,
    long usedBytes,
    long availableBytes,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return mount
        + " "
        + device
        + ": "
        + availableBytes / 1048576
        + " MiB of "
        + sizeBytes / 1048576
        + " MiB available";
  }

  /**
   * Whether it is mounted inside k3s's data directory, and not for the volumes of pods that k3s
   * keeps there.
   */
  public boolean isInside(String folder) {
    return mount.startsWith(folder + "/") && !mount.startsWith(folder + "/storage");
  }

  /** Whether the folder is in it, or in one that is mounted inside of it. */
  public boolean holds(String folder) {
    return MountPoint.isBelow(mount, folder);
  }
}
