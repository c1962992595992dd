package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The kernel's route to a host's own network is gone: the interface is up and has an address there,
 * and packets for another node on that network go elsewhere.
 *
 * @param node Node
 * @param peer Node on the same network
 * @param peerAddress of the peer
 * @param range the network
 * @param link the interface
 * @param address of this host on it
 * @param instead where the packets go, in words
 * @param origin the interface's address
 */
public record HostRouteMissing(
    String node,
    String peer,
    String peerAddress,
    String range,
    String link,
    String address,
    String instead,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "no route " + range + " dev " + link + ", though " + link + " has " + address;
  }
}
