package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** What a folder of the host holds, all that is below it on the same file system included. */
public record FolderSize(String node, String path, long bytes, Origin origin) implements Fact {
  @Override
  public String text() {
    return path + " holds " + bytes / 1048576 + " MiB";
  }

  /** Whether it is that folder, or lies in it. */
  public boolean isBelow(String folder) {
    return MountPoint.isBelow(folder, path);
  }
}
