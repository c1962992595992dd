package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A PersistentVolume object.
 *
 * @param phase Available, Bound, Released, Failed
 * @param claim namespace and name of its claim, {@code ns/name}; {@code ""} where it has none
 * @param bytes that size in bytes; 0 where it is none
 * @param provisioner the program that made it; {@code ""} where it was made by hand
 * @param source kind of storage, e.g. hostPath, local, nfs, csi
 * @param path of hostPath and local
 * @param mode Filesystem or Block
 * @param nodes names of the nodes that it can be used on; empty for all
 * @param reach labels that a node must have, other than its name, for it to be used there, as text;
 *     {@code ""} for none
 * @param labels what a claim may choose it by
 */
public record PersistentVolume(
    String name,
    String phase,
    String storageClass,
    String provisioner,
    String claim,
    String reclaimPolicy,
    String size,
    long bytes,
    List<String> accessModes,
    String source,
    String path,
    String mode,
    List<String> nodes,
    String reach,
    SortedMap<String, String> labels,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  public PersistentVolume {
    accessModes = List.copyOf(accessModes);
    nodes = List.copyOf(nodes);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  @Override
  public String text() {
    return "PersistentVolume "
        + name
        + " "
        + phase
        + (claim.isEmpty() ? "" : ", claim " + claim)
        + (nodes.isEmpty() ? "" : ", only on " + String.join(",", nodes))
        + (reach.isEmpty() ? "" : ", only on nodes with " + reach);
  }

  @Override
  public Instant since() {
    return created;
  }
}
