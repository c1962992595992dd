package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.List;

/**
 * A PersistentVolume object.
 *
 * @param phase Available, Bound, Released, Failed
 * @param claim namespace and name of its claim, {@code ns/name}; {@code ""} where it has none
 * @param bytes that size in bytes; 0 where it is none
 * @param source kind of storage, e.g. hostPath, local, nfs, csi
 * @param path of hostPath and local
 * @param nodes names of the nodes that it can be used on; empty for all
 */
public record PersistentVolume(
    String name,
    String phase,
    String storageClass,
    String claim,
    String reclaimPolicy,
    String size,
    long bytes,
    List<String> accessModes,
    String source,
    String path,
    List<String> nodes,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  public PersistentVolume {
    accessModes = List.copyOf(accessModes);
    nodes = List.copyOf(nodes);
  }

  @Override
  public String text() {
    return "PersistentVolume "
        + name
        + " "
        + phase
        + (claim.isEmpty() ? "" : ", claim " + claim)
        + (nodes.isEmpty() ? "" : ", only on " + String.join(",", nodes));
  }

  @Override
  public Instant since() {
    return created;
  }
}
