package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.AddressType;
import io.kwhy.netfilter.AddressType.Limit;
import io.kwhy.netfilter.Comparison;
import io.kwhy.netfilter.Field;
import io.kwhy.netfilter.MarkField;
import io.kwhy.netfilter.Match;
import io.kwhy.netfilter.PacketField;
import io.kwhy.netfilter.Protocol;
import io.kwhy.netfilter.ReverseRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the left side of a comparison: {@code ip daddr . meta l4proto . th dport}. */
final class Keys {
  private static final Set<String> UNQUALIFIED =
      Set.of("iifname", "oifname", "iif", "oif", "mark", "l4proto", "nfproto", "skuid", "skgid");

  private final Cursor at;

  Keys(Cursor at) {
    this.at = at;
  }

  /** What stands here, if it is something to read. */
  Optional<Key> read() {
    Optional<Key> first = one();
    if (first.isEmpty() || !at.here().is(".")) {
      return first;
    }
    List<Key> all = new ArrayList<>(List.of(first.get()));
    while (at.skip(".")) {
      all.add(one().orElseGet(this::skipped));
    }
    return Optional.of(Key.joined(all));
  }

  private Key skipped() {
    at.next();
    return Key.notKnown();
  }

  private Optional<Key> one() {
    String first = at.here().text();
    String second = at.ahead(1).text();
    if (at.here().quoted()) {
      return Optional.empty();
    }
    if (UNQUALIFIED.contains(first)) {
      at.skip(1);
      return Optional.of(meta(first));
    }
    return switch (first) {
      case "meta" -> taken(2, meta(second));
      case "ip" -> taken(2, ip(second));
      case "ip6" -> taken(2, ip6(second));
      case "tcp", "udp", "sctp", "dccp", "udplite" -> taken(2, transport(first, second));
      case "th" -> taken(2, port(second));
      case "icmp" -> taken(2, icmp(second, Protocol.ICMP));
      case "icmpv6" -> taken(2, icmp(second, Protocol.ICMPV6));
      case "ether" -> taken(2, ether(second));
      case "vlan", "arp" -> taken(2, Key.notKnown());
      case "ct" -> Optional.of(ConnectionKey.read(at));
      case "fib" -> fib();
      case "numgen", "jhash", "symhash" -> lot();
      default -> Optional.empty();
    };
  }

  private Optional<Key> taken(int words, Key key) {
    at.skip(words);
    return Optional.of(key);
  }

  private static Key meta(String name) {
    return switch (name) {
      case "l4proto" -> Key.of(PacketField.PROTOCOL, Kind.PROTOCOL);
      case "nfproto", "protocol" -> Key.of(PacketField.NETWORK_PROTOCOL, Kind.NETWORK);
      case "iifname", "iif" -> Key.of(PacketField.IN, Kind.NAME);
      case "oifname", "oif" -> Key.of(PacketField.OUT, Kind.NAME);
      case "mark" -> Key.of(new MarkField(false), Kind.NUMBER);
      case "skuid" -> Key.of(PacketField.USER, Kind.NUMBER);
      case "skgid" -> Key.of(PacketField.GROUP, Kind.NUMBER);
      case "random" -> Key.lot();
      default -> Key.notKnown();
    };
  }

  /** Of a frame, the sort of packet in it. */
  private static Key ether(String name) {
    return name.equals("type")
        ? Key.of(PacketField.NETWORK_PROTOCOL, Kind.NETWORK)
        : Key.notKnown();
  }

  private static Key ip(String name) {
    Match v4 = Comparison.is(PacketField.NETWORK_PROTOCOL, 2L);
    return switch (name) {
      case "saddr" -> Key.of(PacketField.SOURCE, Kind.ADDRESS, v4);
      case "daddr" -> Key.of(PacketField.DESTINATION, Kind.ADDRESS, v4);
      case "protocol" -> Key.of(PacketField.PROTOCOL, Kind.PROTOCOL, v4);
      default -> Key.notKnown();
    };
  }

  private static Key ip6(String name) {
    Match v6 = Comparison.is(PacketField.NETWORK_PROTOCOL, 10L);
    return switch (name) {
      case "saddr" -> Key.of(PacketField.SOURCE, Kind.ADDRESS, v6);
      case "daddr" -> Key.of(PacketField.DESTINATION, Kind.ADDRESS, v6);
      case "nexthdr" -> Key.of(PacketField.PROTOCOL, Kind.PROTOCOL, v6);
      default -> Key.notKnown();
    };
  }

  private static Key transport(String protocol, String name) {
    long number = Protocol.parse(protocol).orElse(0);
    Match of = Comparison.is(PacketField.PROTOCOL, number);
    return switch (name) {
      case "sport" -> Key.of(PacketField.SOURCE_PORT, Kind.PORT, of);
      case "dport" -> Key.of(PacketField.DESTINATION_PORT, Kind.PORT, of);
      case "flags" -> Key.of(PacketField.TCP_FLAGS, Kind.TCP_FLAGS, of);
      default -> Key.notKnown();
    };
  }

  private static Key port(String name) {
    return switch (name) {
      case "sport" -> Key.of(bytes(PacketField.SOURCE_PORT), Kind.PORT);
      case "dport" -> Key.of(bytes(PacketField.DESTINATION_PORT), Kind.PORT);
      default -> Key.notKnown();
    };
  }

  /** {@code th} takes the bytes where ports would be, also of protocols that have none. */
  private static Field bytes(Field port) {
    return (packet, host) -> {
      Object value = port.read(packet, host);
      return value == Field.ABSENT ? Field.UNKNOWN : value;
    };
  }

  private static Key icmp(String name, int protocol) {
    boolean v4 = protocol == Protocol.ICMP;
    Match of = Comparison.is(PacketField.PROTOCOL, (long) protocol);
    return switch (name) {
      case "type" ->
          Key.of(
              v4 ? PacketField.ICMP_TYPE : PacketField.ICMPV6_TYPE,
              v4 ? Kind.ICMP : Kind.ICMPV6,
              of);
      case "code" -> Key.of(v4 ? PacketField.ICMP_CODE : PacketField.ICMPV6_CODE, Kind.NUMBER, of);
      default -> Key.notKnown();
    };
  }

  /** {@code fib daddr type}, {@code fib saddr . iif oif}. */
  private Optional<Key> fib() {
    at.skip(1);
    List<String> from = new ArrayList<>(List.of(at.next().text()));
    while (at.skip(".")) {
      from.add(at.next().text());
    }
    boolean source = from.get(0).equals("saddr");
    String what = at.next().text();
    if (what.equals("type")) {
      Limit limit = from.contains("iif") ? Limit.IN : from.contains("oif") ? Limit.OUT : Limit.NONE;
      return Optional.of(Key.of(new AddressType(source, limit), Kind.ADDRESS_TYPE));
    }
    boolean route = source && (what.equals("oif") || what.equals("oifname"));
    return Optional.of(
        route
            ? Key.of(new ReverseRoute(from.contains("iif"), from.contains("mark")), Kind.NUMBER)
            : Key.notKnown());
  }

  /** {@code numgen random mod 3 offset 1}, {@code jhash ip saddr mod 2}. */
  private Optional<Key> lot() {
    while (at.more() && !at.here().is("mod") && !at.here().ends()) {
      at.skip(1);
    }
    at.skip(2);
    at.skip(at.here().is("seed") || at.here().is("offset") ? 2 : 0);
    return Optional.of(Key.lot());
  }
}
