package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** Inodes of a mounted file system, from {@code df -i}. */
public record Inodes(
    String node, String device, String mount, long total, long used, long free, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return mount + " " + device + ": " + free + " of " + total + " inodes free";
  }

  /** Whether the folder is in it, or in one that is mounted inside of it. */
  public boolean holds(String folder) {
    return MountPoint.isBelow(mount, folder);
  }
}
