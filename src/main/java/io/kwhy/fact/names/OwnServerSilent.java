package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A pod with servers of its own, none of them the cluster's, waited in vain for an answer.
 *
 * @param kind kind of what made the pod in the end
 * @param owner name of that
 * @param server that it asked
 * @param reason what else shows that nobody answers there; {@code ""} where nothing does
 * @param asked the name; {@code ""} where the pod does not say
 * @param said the pod's own words
 */
public record OwnServerSilent(
    String namespace,
    String pod,
    String kind,
    String owner,
    String server,
    String reason,
    String asked,
    String said,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "pod " + namespace + "/" + pod + " asks " + server + ": " + said;
  }
}
