package io.kwhy.netfilter;

import java.util.Map;
import java.util.Optional;

/** Protocols above IP, by their IANA numbers. */
public final class Protocol {
  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int ICMPV6 = 58;
  public static final int SCTP = 132;

  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("icmp", ICMP),
          Map.entry("igmp", 2),
          Map.entry("ipencap", 4),
          Map.entry("ipip", 4),
          Map.entry("tcp", TCP),
          Map.entry("udp", UDP),
          Map.entry("dccp", 33),
          Map.entry("ipv6", 41),
          Map.entry("gre", 47),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("ipv6-icmp", ICMPV6),
          Map.entry("icmpv6", ICMPV6),
          Map.entry("ospf", 89),
          Map.entry("pim", 103),
          Map.entry("comp", 108),
          Map.entry("ipcomp", 108),
          Map.entry("vrrp", 112),
          Map.entry("l2tp", 115),
          Map.entry("sctp", SCTP),
          Map.entry("udplite", 136),
          Map.entry("mh", 135));

  private Protocol() {}

  /** The number of a name or a number as text. */
  public static Optional<Integer> parse(String text) {
    return text.matches("[0-9]{1,3}")
        ? Optional.of(Integer.valueOf(text))
        : Optional.ofNullable(NAMES.get(text));
  }

  static boolean hasPorts(int protocol) {
    return protocol == TCP
        || protocol == UDP
        || protocol == SCTP
        || protocol == 33
        || protocol == 136;
  }
}
