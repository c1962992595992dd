package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * Why nodes turn a pod away that waits for one, as its condition PodScheduled says.
 *
 * @param reason insufficient, node-selector, taint, cordoned, host-port, too-many-pods,
 *     volume-elsewhere, claim-unbound, claim-missing, volume-missing, volume-lost, volume-limit,
 *     pod-affinity, pod-spread, held-back, other
 * @param detail the resource, the taint or the claim; {@code ""} where none is named
 * @param nodes how many nodes say so; 0 where it is about no node
 * @param all how many nodes were asked
 * @param message the condition's message
 */
public record Rejection(
    String namespace,
    String pod,
    String reason,
    String detail,
    int nodes,
    int all,
    String message,
    Instant since,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Pod " + namespace + "/" + pod + " waits for a node: " + message;
  }
}
