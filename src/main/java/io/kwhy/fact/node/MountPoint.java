package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * How a file system is mounted.
 *
 * @param readOnly whether nothing may be written to it
 * @param noexec whether nothing may be run from it
 */
public record MountPoint(
    String node,
    String device,
    String mount,
    String type,
    boolean readOnly,
    boolean noexec,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return mount
        + " is mounted "
        + (readOnly ? "read-only" : "writable")
        + (noexec ? ", noexec" : "");
  }

  /** Whether the path lies on it, unless another file system is mounted further down. */
  public boolean holds(String path) {
    return isBelow(mount, path);
  }

  /** Whether a path is the folder, or lies anywhere in it; {@code /data2} is not in /data. */
  static boolean isBelow(String folder, String path) {
    return path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + "/");
  }

  /** Whether k3s's database lies on it, given k3s's data directory. */
  public boolean holdsDatabaseOf(String folder) {
    return holds(folder + "/server/db");
  }
}
