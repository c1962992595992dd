package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/** A Pod object, without its containers. */
public record Pod(
    String namespace,
    String name,
    String node,
    String phase,
    boolean ready,
    String reason,
    String message,
    boolean hostNetwork,
    String podIp,
    String ownerKind,
    String ownerName,
    String dnsPolicy,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + name
        + " "
        + phase
        + (reason.isEmpty() ? "" : " (" + reason + ")")
        + (node.isEmpty() ? "" : " on " + node);
  }

  @Override
  public Instant since() {
    return created;
  }
}
