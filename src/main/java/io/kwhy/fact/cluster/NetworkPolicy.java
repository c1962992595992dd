package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A NetworkPolicy. What it allows are its {@link NetworkPolicyRule}s; a direction that it has and
 * no rule for is closed.
 *
 * @param pods which pods of its namespace it is about
 * @param ingress whether it limits what comes in
 * @param egress whether it limits what goes out
 */
public record NetworkPolicy(
    String namespace,
    String name,
    Selector pods,
    boolean ingress,
    boolean egress,
    Instant created,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "NetworkPolicy "
        + namespace
        + "/"
        + name
        + " limits "
        + (ingress && egress ? "ingress and egress" : egress ? "egress" : "ingress")
        + " of "
        + (pods.isEmpty() ? "all pods" : "pods with " + pods);
  }

  @Override
  public Instant since() {
    return created;
  }
}
