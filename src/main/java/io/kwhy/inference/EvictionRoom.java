package io.kwhy.inference;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.Filesystem;
import io.kwhy.fact.node.Inodes;
import io.kwhy.fact.node.Memory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of what a kubelet measures is left on a host.
 *
 * @param signal what is measured, e.g. {@code nodefs.available}
 * @param place mount point; {@code ""} for memory
 * @param whole in bytes, or inodes
 * @param left in bytes, or inodes
 */
public record EvictionRoom(
    String host, String signal, String place, long whole, long left, String said, Origin origin)
    implements Fact {
  private static final SortedMap<String, String> WATCHED =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "nodefs", "/var/lib/kubelet",
                  "imagefs", "/var/lib/rancher/k3s/agent/containerd")));

  /**
   * Of the file systems that hold what the kubelet watches.
   *
   * @param filesystems of one host, each a {@link Filesystem} or {@link Inodes}
   */
  public static List<EvictionRoom> ofKubelet(Collection<?> filesystems) {
    List<EvictionRoom> rooms = new ArrayList<>();
    WATCHED.forEach(
        (signal, path) ->
            filesystems.stream()
                .map(each -> of(each, signal))
                .filter(room -> room.whole > 0 && room.holds(path))
                .max(Comparator.comparingInt(room -> room.place.length()))
                .ifPresent(rooms::add));
    return rooms;
  }

  private static EvictionRoom of(Object filesystem, String signal) {
    if (filesystem instanceof Inodes inodes) {
      return new EvictionRoom(
          inodes.node(),
          signal + ".inodesFree",
          inodes.mount(),
          inodes.total(),
          inodes.free(),
          inodes.text(),
          inodes.origin());
    }
    Filesystem disk = (Filesystem) filesystem;
    return new EvictionRoom(
        disk.node(),
        signal + ".available",
        disk.mount(),
        disk.sizeBytes(),
        disk.availableBytes(),
        disk.text(),
        disk.origin());
  }

  /** Of the host's memory. */
  public static EvictionRoom of(Memory memory) {
    return new EvictionRoom(
        memory.node(),
        "memory.available",
        "",
        memory.totalBytes(),
        memory.availableBytes(),
        memory.text(),
        memory.origin());
  }

  private boolean holds(String path) {
    return place.equals("/") || path.equals(place) || path.startsWith(place + "/");
  }

  /** Share that is left, in percent. */
  public double percent() {
    return whole <= 0 ? 0 : 100.0 * left / whole;
  }

  /** Whether a kubelet with that limit evicts. */
  public boolean isBelow(EvictionThreshold threshold) {
    return percent() < threshold.percentOf(whole);
  }

  /** {@code 25.3 %}. */
  public String share() {
    return String.format(Locale.ROOT, "%.1f %%", percent());
  }

  @Override
  public String text() {
    return said;
  }
}
