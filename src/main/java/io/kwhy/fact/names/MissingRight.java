package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * CoreDNS may not read something that it answers from.
 *
 * @param verb list or watch
 * @param why in a few words
 * @param kind kind of the object that has to change: clusterrole, clusterrolebinding,
 *     serviceaccount
 * @param namespace of that object; {@code ""} where it has none
 * @param name of that object
 */
public record MissingRight(
    String account,
    String verb,
    String resource,
    String why,
    String kind,
    String namespace,
    String name,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "ServiceAccount "
        + account
        + " may not "
        + verb
        + " "
        + resource
        + ": "
        + why
        + " ("
        + kind
        + " "
        + name
        + ")";
  }
}
