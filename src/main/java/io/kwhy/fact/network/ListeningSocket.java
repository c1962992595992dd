package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A socket that waits for connections or datagrams.
 *
 * @param protocol tcp or udp
 * @param address {@code *} stands for all of both families
 */
public record ListeningSocket(
    String node, String protocol, String address, int port, String process, long pid, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return protocol
        + " "
        + address
        + ":"
        + port
        + (process.isEmpty() ? "" : " by " + process + " (pid " + pid + ")");
  }
}
