package io.kwhy.netfilter;

import io.kwhy.netfilter.Connection.Nat;
import io.kwhy.netfilter.Connection.State;

/**
 * A packet at some point of its way.
 *
 * @param user id of the sending process's user on this host; -1 if unknown, or sent elsewhere
 */
public record Packet(
    Header header, Devices devices, boolean sentHere, int user, Mark mark, Connection connection) {

  static final int SYN = 2;
  private static final int ACK = 0x10;
  private static final int ECHO_REQUEST_V4 = 8 << 8;
  private static final int ECHO_REQUEST_V6 = 128 << 8;

  /** The first packet of a TCP connection. */
  public static Packet tcp(String source, int sourcePort, String destination, int port) {
    return of(Protocol.TCP, source, sourcePort, destination, port, SYN, -1);
  }

  /** The first datagram of a flow. */
  public static Packet udp(String source, int sourcePort, String destination, int port) {
    return of(Protocol.UDP, source, sourcePort, destination, port, -1, -1);
  }

  /** An echo request. */
  public static Packet ping(String source, String destination) {
    return source.indexOf(':') >= 0
        ? of(Protocol.ICMPV6, source, -1, destination, -1, -1, ECHO_REQUEST_V6)
        : of(Protocol.ICMP, source, -1, destination, -1, -1, ECHO_REQUEST_V4);
  }

  private static Packet of(
      int protocol, String source, int from, String destination, int to, int flags, int icmp) {
    return first(
        new Header(
            protocol,
            IpAddress.of(source),
            from,
            IpAddress.of(destination),
            to,
            flags,
            icmp,
            false));
  }

  /** The first packet of a flow. */
  public static Packet first(Header header) {
    Connection connection = Connection.of(State.NEW, header.ends());
    return new Packet(header, Devices.NONE, false, -1, Mark.ZERO, connection);
  }

  /** The same packet, coming in by an interface. */
  public Packet arrivingOn(String device) {
    return with(devices.in(Device.named(device)));
  }

  /** The same packet in another state of its connection. */
  public Packet in(State state) {
    boolean later = header.tcpFlags() == SYN && state != State.NEW;
    return new Packet(
        later ? header.flagged(ACK) : header,
        devices,
        sentHere,
        user,
        mark,
        Connection.of(state, header.ends()));
  }

  /** The same packet, sent on this host by a process of this user (-1: not known whose). */
  public Packet sentBy(int uid) {
    return new Packet(header, devices.in(Device.NONE), true, uid, mark, connection);
  }

  /** The same packet, marked before it came to the rules. */
  public Packet with(Mark newMark) {
    return new Packet(header, devices, sentHere, user, newMark, connection);
  }

  /** The same packet with other headers. */
  public Packet with(Header newHeader) {
    return new Packet(newHeader, devices, sentHere, user, mark, connection);
  }

  /** The same packet, on its way by other interfaces. */
  public Packet with(Devices newDevices) {
    return new Packet(header, newDevices, sentHere, user, mark, connection);
  }

  /** The same packet, of which connection tracking knows something else. */
  public Packet with(Connection newConnection) {
    return new Packet(header, devices, sentHere, user, mark, newConnection);
  }

  /** Whether it is of IPv6. */
  public boolean v6() {
    return header.destination().v6();
  }

  /** With the destination that DNAT gives it: an address that stays is no translation. */
  Packet to(IpAddress address, int port) {
    Header after = header.to(address, port);
    Nat nat = new Nat(true, differs(after));
    return with(after).with(connection.destination(nat));
  }

  /** With the source that SNAT gives it. */
  Packet from(IpAddress address, int port) {
    Header after = header.from(address, port);
    Nat nat = new Nat(true, differs(after));
    return with(after).with(connection.source(nat));
  }

  private Truth differs(Header after) {
    if (after.equals(header)) {
      return Truth.NO;
    }
    boolean moved =
        !after.source().equals(header.source())
            || !after.destination().equals(header.destination());
    boolean told = after.sourcePort() >= 0 && after.destinationPort() >= 0;
    return moved || told ? Truth.YES : Truth.UNKNOWN;
  }
}
