package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/** A Lease object; a kubelet renews the one of its node in kube-node-lease every ten seconds. */
public record Lease(
    String namespace,
    String name,
    String holder,
    Instant renewed,
    int durationSeconds,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Lease " + namespace + "/" + name + " renewed " + renewed;
  }

  @Override
  public Instant since() {
    return renewed;
  }
}
