package io.kwhy.reach.host;

import io.kwhy.netfilter.Connection.State;
import io.kwhy.netfilter.Header;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Protocol;

/** Packets in words, and as they come to the next host. */
public final class Packets {
  /** A port from which clients send. */
  public static final int CLIENT = 40_000;

  private static final int SYN_ACK = 0x12;

  private Packets() {}

  /** The first packet between two ends. */
  public static Packet between(String from, String to, int port, String protocol) {
    return switch (protocol) {
      case "udp" -> Packet.udp(from, CLIENT, to, port);
      case "icmp" -> Packet.ping(from, to);
      default -> Packet.tcp(from, CLIENT, to, port);
    };
  }

  /** As another host sees it: nothing of marks and connections goes over a wire. */
  public static Packet onTheWire(Packet packet, boolean answer) {
    Packet first = Packet.first(packet.header());
    return answer ? first.in(State.ESTABLISHED) : first;
  }

  /** What the other end sends back. */
  public static Packet answer(Packet packet) {
    Header h = packet.header();
    int icmp = h.protocol() == Protocol.ICMP ? 0 : h.protocol() == Protocol.ICMPV6 ? 129 << 8 : -1;
    Header back =
        new Header(
            h.protocol(),
            /* source= */ h.destination(),
            /* sourcePort= */ h.destinationPort(),
            /* destination= */ h.source(),
            /* destinationPort= */ h.sourcePort(),
            h.protocol() == Protocol.TCP ? SYN_ACK : -1,
            icmp,
            false);
    return Packet.first(back).in(State.ESTABLISHED);
  }

  /** An answer whose destination connection tracking has put back to what it was. */
  public static Packet towards(Packet answer, Header asked) {
    Header h = answer.header();
    return answer.with(
        new Header(
            h.protocol(),
            h.source(),
            h.sourcePort(),
            asked.source(),
            asked.sourcePort(),
            h.tcpFlags(),
            h.icmp(),
            false));
  }

  /** An answer whose source connection tracking has put back to what was asked. */
  public static Packet from(Packet answer, Header asked) {
    Header h = answer.header();
    return answer.with(
        new Header(
            h.protocol(),
            asked.destination(),
            asked.destinationPort(),
            h.destination(),
            h.destinationPort(),
            h.tcpFlags(),
            h.icmp(),
            false));
  }

  /** {@code tcp 10.42.1.5 → 10.43.0.1:443}. */
  public static String words(Header header) {
    String protocol =
        switch (header.protocol()) {
          case Protocol.TCP -> "tcp ";
          case Protocol.UDP -> "udp ";
          case Protocol.ICMP, Protocol.ICMPV6 -> "ping ";
          default -> "protocol " + header.protocol() + " ";
        };
    String source = header.source().isUnspecified() ? "?" : header.source().toString();
    return protocol + source + " → " + end(header.destination(), header.destinationPort());
  }

  /** {@code 10.43.0.1:443}; the address alone where the port is not known, as -1. */
  public static String end(IpAddress address, int port) {
    String host = address.v6() ? "[" + address + "]" : address.toString();
    return port < 0 ? address.toString() : host + ":" + port;
  }
}
