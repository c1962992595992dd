package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * How full the table of connections is.
 *
 * @param most entries that fit
 */
public record ConntrackTable(String node, long count, long most, Origin origin) implements Fact {
  @Override
  public String text() {
    return "nf_conntrack: " + count + " of " + most + " entries";
  }
}
