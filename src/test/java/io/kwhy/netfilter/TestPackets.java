package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Packets by lot, such as meet a node. */
final class TestPackets {
  private static final List<String> FROM_ETH0 =
      List.of("172.31.77.1", "172.31.77.2", "192.0.2.7", "172.31.77.3", "10.42.0.77");
  private static final List<String> FROM_CNI0 = List.of("10.42.1.5", "10.42.1.6");
  private static final List<String> FROM_FLANNEL = List.of("10.42.0.9", "10.42.3.9", "10.42.0.0");
  private static final List<String> HERE = List.of("172.31.77.3", "10.42.1.1", "10.42.1.0");
  private static final List<String> TO =
      List.of(
          "172.31.77.3",
          "172.31.77.3",
          "10.42.1.1",
          "10.42.1.5",
          "10.42.1.6",
          "10.42.0.9",
          "10.42.3.9",
          "10.43.0.10",
          "10.43.79.170",
          "192.0.2.7",
          "172.31.77.1",
          "10.99.1.1");
  private static final int[] PORTS = {53, 80, 443, 8472, 6443, 10_250, 30_080, 22};

  private final Random random;
  private int number;

  /**
   * Packets of a seed.
   *
   * @param first how many were sent to this kernel before: no connection is to be taken for an
   *     earlier one
   */
  TestPackets(long seed, int first) {
    random = new Random(~seed);
    number = first;
  }

  /** A packet and the device that it comes by, or {@code local}. */
  record Sent(String via, Packet packet) {

    Outcome through(Firewall firewall) {
      if (via.equals("local")) {
        return firewall.send(packet.sentBy(0));
      } else if (!via.startsWith("veth")) {
        return firewall.receive(packet.arrivingOn(via));
      }
      Packet frame = packet.arrivingOn("cni0");
      boolean beside = FROM_CNI0.contains(packet.header().destination().toString());
      return beside ? firewall.bridge(frame) : firewall.receive(frame);
    }
  }

  List<Sent> some(int count) {
    List<Sent> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(one());
    }
    return all;
  }

  /** The same with IPv6. */
  List<Sent> someV6(int count) {
    List<Sent> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String via = pick(List.of("eth0", "cni0", "local"));
      String source =
          pick(
              switch (via) {
                case "eth0" -> List.of("fd00:77::1", "2001:db8::7");
                case "cni0" -> List.of("fd00:42:1::5");
                default -> List.of("fd00:77::3", "fd00:42:1::1");
              });
      String to =
          pick(List.of("fd00:77::3", "fd00:77::1", "fd00:42:1::5", "fd00:42:1::1", "2001:db8::7"));
      all.add(new Sent(via, packet(source, to)));
    }
    return all;
  }

  /** Many of them between two pods beside each other, as frames from port to port of a bridge. */
  List<Sent> someBridged(int count) {
    List<Sent> all = new ArrayList<>();
    while (all.size() < count) {
      String via = pick(List.of("veth1", "veth1", "veth2", "veth2", "eth0", "flannel.1", "local"));
      String source =
          pick(
              switch (via) {
                case "veth1" -> List.of("10.42.1.5");
                case "veth2" -> List.of("10.42.1.6");
                case "eth0" -> List.of("172.31.77.1");
                case "flannel.1" -> FROM_FLANNEL;
                default -> HERE;
              });
      String to = pick(random.nextBoolean() ? FROM_CNI0 : TO);
      if (!to.equals(source)) {
        all.add(new Sent(via, packet(source, to)));
      }
    }
    return all;
  }

  private Sent one() {
    String via = pick(List.of("eth0", "cni0", "flannel.1", "local"));
    String source =
        pick(
            switch (via) {
              case "eth0" -> FROM_ETH0;
              case "cni0" -> FROM_CNI0;
              case "flannel.1" -> FROM_FLANNEL;
              default -> HERE;
            });
    return new Sent(via, packet(source, pick(TO)));
  }

  /** The answer to a datagram, as it comes to the host by the device that the datagram left by. */
  static Sent answer(Packet datagram, String via) {
    Header h = datagram.header();
    return new Sent(
        via,
        Packet.udp(
                h.destination().toString(),
                h.destinationPort(),
                h.source().toString(),
                h.sourcePort())
            .in(Connection.State.ESTABLISHED));
  }

  private Packet packet(String source, String destination) {
    int port = PORTS[random.nextInt(PORTS.length)];
    int own = 20_000 + number++ * 7 % 40_000;
    return switch (random.nextInt(5)) {
      case 0 -> Packet.ping(source, destination);
      case 1, 2 -> Packet.tcp(source, own, destination, port);
      default -> Packet.udp(source, own, destination, port);
    };
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
