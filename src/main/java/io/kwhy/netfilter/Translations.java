package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules that give other addresses. */
public interface Translations {

  /** More addresses than these are not gone through one by one. */
  int MANY = 64;

  /**
   * Addresses and ports to choose from.
   *
   * @param addresses empty to keep the address
   * @param firstPort 0 to keep the port if possible
   * @param random whether the port is drawn by lot
   */
  record Range(List<IpAddress> addresses, int firstPort, int lastPort, boolean random) {
    public Range {
      addresses = List.copyOf(addresses);
    }

    /** The addresses from the first to the last; none if they are too many. */
    public static Optional<List<IpAddress>> between(IpAddress first, IpAddress last) {
      List<IpAddress> all = new ArrayList<>();
      for (IpAddress next = first; next.compareTo(last) <= 0; next = next.plus(1)) {
        if (all.size() == MANY) {
          return Optional.empty();
        }
        all.add(next);
      }
      return Optional.of(all);
    }

    /** A port in the range stays, if it is not drawn by lot; -1 if it can't be told. */
    int port(int before) {
      if (before < 0 && firstPort == 0) {
        return before;
      }
      boolean one = firstPort > 0 && firstPort == lastPort;
      boolean fits = firstPort == 0 || (firstPort <= before && before <= lastPort);
      return one ? firstPort : fits && !random ? before : -1;
    }
  }

  /** DNAT. */
  record Destination(Range range) implements Action.Translate {
    @Override
    public List<Packet> apply(Packet packet, HostNetwork host) {
      int port = range.port(packet.header().destinationPort());
      List<IpAddress> to =
          range.addresses().isEmpty() ? List.of(packet.header().destination()) : range.addresses();
      return to.stream().map(address -> packet.to(address, port)).toList();
    }
  }

  /** SNAT. */
  record Source(Range range) implements Action.Translate {
    @Override
    public List<Packet> apply(Packet packet, HostNetwork host) {
      int port = range.port(packet.header().sourcePort());
      return range.addresses().stream().map(address -> packet.from(address, port)).toList();
    }
  }

  /** The address of the device that the packet leaves by. */
  record Masquerade(Range range) implements Action.Translate {
    @Override
    public List<Packet> apply(Packet packet, HostNetwork host) {
      IpAddress address = host.sourceOn(packet.devices().out(), packet.header().destination());
      return List.of(packet.from(address, range.port(packet.header().sourcePort())));
    }
  }

  /** This host: the address of the device that the packet came in by, or loopback. */
  record Redirect(Range range) implements Action.Translate {
    @Override
    public List<Packet> apply(Packet packet, HostNetwork host) {
      IpAddress here =
          packet.sentHere()
              ? IpAddress.of(packet.v6() ? "::1" : "127.0.0.1")
              : host.sourceOn(packet.devices().in(), packet.header().destination());
      return here.isUnspecified()
          ? List.of()
          : List.of(packet.to(here, range.port(packet.header().destinationPort())));
    }
  }

  /** NETMAP: other first bits, the same last ones; of the source after routing. */
  record Network(IpPrefix to, boolean source) implements Action.Translate {
    @Override
    public List<Packet> apply(Packet packet, HostNetwork host) {
      Header header = packet.header();
      return List.of(
          source
              ? packet.from(mapped(header.source()), header.sourcePort())
              : packet.to(mapped(header.destination()), header.destinationPort()));
    }

    private IpAddress mapped(IpAddress address) {
      IpAddress kept = address.first(to.length());
      return new IpAddress(
          address.v6(),
          (address.high() ^ kept.high()) | to.network().high(),
          (address.low() ^ kept.low()) | to.network().low());
    }
  }
}
