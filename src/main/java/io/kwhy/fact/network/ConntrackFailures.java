package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * How many connections a host could not write down since it started, for another packet had just
 * done so: the packet that came second is dropped.
 *
 * @param failed sum over the processors
 */
public record ConntrackFailures(String node, long failed, Origin origin) implements Fact {
  @Override
  public String text() {
    return "nf_conntrack: insert_failed " + failed;
  }
}
