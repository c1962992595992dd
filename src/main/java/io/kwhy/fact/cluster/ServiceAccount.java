package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.List;

/** A ServiceAccount object. */
public record ServiceAccount(
    String namespace, String name, List<String> pullSecrets, Instant created, Origin origin)
    implements Fact {
  public ServiceAccount {
    pullSecrets = List.copyOf(pullSecrets);
  }

  @Override
  public String text() {
    return "ServiceAccount " + namespace + "/" + name;
  }

  @Override
  public Instant since() {
    return created;
  }
}
