package io.kwhy.netfilter;

import io.kwhy.netfilter.Connection.Tuple;

/**
 * What stands in a packet.
 *
 * @param protocol IANA number, see {@link Protocol}
 * @param sourcePort -1 if unknown or without ports; so is the destination port
 * @param tcpFlags as in the TCP header, -1 if unknown
 * @param icmp type and code in one number (type * 256 + code), -1 if unknown
 * @param laterFragment a fragment that carries no ports
 */
public record Header(
    int protocol,
    IpAddress source,
    int sourcePort,
    IpAddress destination,
    int destinationPort,
    int tcpFlags,
    int icmp,
    boolean laterFragment) {

  /** The same with another destination. */
  Header to(IpAddress address, int port) {
    return new Header(protocol, source, sourcePort, address, port, tcpFlags, icmp, laterFragment);
  }

  /** The same with another source; 0.0.0.0 if it is not known. */
  public Header from(IpAddress address, int port) {
    return new Header(
        protocol, address, port, destination, destinationPort, tcpFlags, icmp, laterFragment);
  }

  Header flagged(int flags) {
    return new Header(
        protocol, source, sourcePort, destination, destinationPort, flags, icmp, laterFragment);
  }

  Tuple ends() {
    return new Tuple(source, sourcePort, destination, destinationPort);
  }
}
