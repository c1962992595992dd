package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A domain in which CoreDNS answers with the cluster's own names. */
public record KubernetesZone(String zone, int fileLine, Origin origin) implements Fact {
  @Override
  public String text() {
    return "Corefile:" + fileLine + ": kubernetes " + zone;
  }
}
