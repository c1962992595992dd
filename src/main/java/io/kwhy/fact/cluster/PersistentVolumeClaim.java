package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.List;

/**
 * A PersistentVolumeClaim object.
 *
 * @param phase Pending, Bound, Lost
 * @param storageClass {@code ""} where it has none: see {@code classGiven}
 * @param classGiven whether it names a class, be it the empty one, which wants a volume without one
 * @param volume the volume that it is bound to, or wants
 * @param mode Filesystem or Block
 * @param selector which volumes it takes, by their labels
 * @param size as written, e.g. {@code 10Gi}
 * @param bytes that size in bytes; 0 where it is none
 * @param capacity of the volume that it is bound to, as written; {@code ""} before that
 * @param capacityBytes that capacity in bytes
 * @param selectedNode the node that the scheduler picked for it; {@code ""} before that
 */
public record PersistentVolumeClaim(
    String namespace,
    String name,
    String phase,
    String storageClass,
    boolean classGiven,
    String volume,
    String mode,
    Selector selector,
    List<String> accessModes,
    String size,
    long bytes,
    String capacity,
    long capacityBytes,
    String selectedNode,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  public PersistentVolumeClaim {
    accessModes = List.copyOf(accessModes);
  }

  /** Whether it asks for more than its volume has by now. */
  public boolean grows() {
    return phase.equals("Bound") && capacityBytes > 0 && bytes > capacityBytes;
  }

  @Override
  public String text() {
    return "PersistentVolumeClaim "
        + namespace
        + "/"
        + name
        + " "
        + phase
        + (storageClass.isEmpty() ? ", no storage class" : ", storage class " + storageClass)
        + (grows() ? ", has " + capacity + " and wants " + size : "");
  }

  @Override
  public Instant since() {
    return created;
  }
}
