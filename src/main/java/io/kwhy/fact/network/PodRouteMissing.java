package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The kernel's route to a node's own pods is gone: the bridge is up and has its address, and no
 * route leads there.
 *
 * @param node Node
 * @param range of the bridge's address
 * @param address of the bridge
 * @param instead where packets for the pods go, in words
 * @param origin the bridge's address
 */
public record PodRouteMissing(
    String node, String range, String address, String instead, Origin origin) implements Fact {
  @Override
  public String text() {
    return "no route " + range + " dev cni0, though cni0 has " + address;
  }
}
