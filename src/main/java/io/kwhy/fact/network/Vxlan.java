package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What a VXLAN interface was made with.
 *
 * @param vni network identifier
 * @param port UDP port that it sends to and listens on
 * @param localAddress source of its packets; {@code ""} where the kernel chooses
 * @param underlay interface that its packets leave by; {@code ""} where it is bound to none
 */
public record Vxlan(
    String node,
    String link,
    int vni,
    int port,
    String localAddress,
    String underlay,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return link
        + " vxlan id "
        + vni
        + (localAddress.isEmpty() ? "" : " local " + localAddress)
        + (underlay.isEmpty() ? "" : " dev " + underlay)
        + " dstport "
        + port;
  }
}
