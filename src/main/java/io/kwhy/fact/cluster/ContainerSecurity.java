package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * What a pod's spec lets the process of a container do to files and ports.
 *
 * @param readOnlyRoot whether the image's own files cannot be written
 * @param user that it runs as; -1 for that of the image
 * @param group for the volumes, {@code fsGroup}; -1 for none
 * @param added capabilities that it gets on top, without {@code CAP_}
 * @param dropped capabilities that it loses; {@code ALL}
 * @param mounts where volumes are mounted that may be written
 */
public record ContainerSecurity(
    String namespace,
    String pod,
    String container,
    boolean readOnlyRoot,
    long user,
    long group,
    List<String> added,
    List<String> dropped,
    List<String> mounts,
    Origin origin)
    implements Fact {
  public ContainerSecurity {
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
    mounts = List.copyOf(mounts);
  }

  /** With one slash at its end. */
  private static String folder(String mount) {
    int end = mount.length();
    while (end > 0 && mount.charAt(end - 1) == '/') {
      end--;
    }
    return mount.substring(0, end) + "/";
  }

  /** The volume in which that path is, by its mount; {@code ""} for the image's own files. */
  public String mount(String path) {
    String found = "";
    for (String mount : mounts) {
      boolean inside = path.equals(mount) || path.startsWith(folder(mount));
      if (inside && mount.length() > found.length()) {
        found = mount;
      }
    }
    return found;
  }

  /** Whether ports below 1024 are given back to it where others are dropped. */
  public boolean mayBind() {
    return added.contains("NET_BIND_SERVICE") || added.contains("ALL");
  }

  @Override
  public String text() {
    return "container "
        + namespace
        + "/"
        + pod
        + "/"
        + container
        + (readOnlyRoot ? " has a read-only root file system" : "")
        + (user < 0 ? "" : " runs as user " + user)
        + (group < 0 ? "" : ", fsGroup " + group)
        + (added.isEmpty() ? "" : ", adds " + String.join(",", added))
        + (dropped.isEmpty() ? "" : ", drops " + String.join(",", dropped));
  }
}
