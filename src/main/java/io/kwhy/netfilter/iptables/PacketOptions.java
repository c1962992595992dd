package io.kwhy.netfilter.iptables;

import static java.util.Map.entry;

import io.kwhy.netfilter.AddressType;
import io.kwhy.netfilter.AddressType.Limit;
import io.kwhy.netfilter.Comparison;
import io.kwhy.netfilter.Field;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.Match;
import io.kwhy.netfilter.Matches;
import io.kwhy.netfilter.PacketField;
import io.kwhy.netfilter.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Match modules that look at what stands in a packet. */
final class PacketOptions {

  private static final Option SOURCE_PORT = Option.of(ports(PacketField.SOURCE_PORT));
  private static final Option DESTINATION_PORT = Option.of(ports(PacketField.DESTINATION_PORT));
  private static final List<String> TCP_FLAGS =
      List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

  /** By module and option. */
  static final Map<String, Option> ALL =
      Map.ofEntries(
          entry("tcp --sport", SOURCE_PORT),
          entry("tcp --dport", DESTINATION_PORT),
          entry("udp --sport", SOURCE_PORT),
          entry("udp --dport", DESTINATION_PORT),
          entry("sctp --sport", SOURCE_PORT),
          entry("sctp --dport", DESTINATION_PORT),
          entry("dccp --sport", SOURCE_PORT),
          entry("dccp --dport", DESTINATION_PORT),
          entry("udplite --sport", SOURCE_PORT),
          entry("udplite --dport", DESTINATION_PORT),
          entry("tcp --tcp-flags", Option.pair(PacketOptions::tcpFlags)),
          entry(
              "tcp --syn",
              Option.flag((w, not) -> tcpFlags(List.of("FIN,SYN,RST,ACK", "SYN"), not))),
          entry("multiport --sports", Option.of(portList(PacketField.SOURCE_PORT))),
          entry("multiport --dports", Option.of(portList(PacketField.DESTINATION_PORT))),
          entry("multiport --ports", Option.of(PacketOptions::eitherPort)),
          entry("icmp --icmp-type", Option.of(icmp(PacketField.ICMP_TYPE, PacketField.ICMP_CODE))),
          entry(
              "icmp6 --icmpv6-type",
              Option.of(icmp(PacketField.ICMPV6_TYPE, PacketField.ICMPV6_CODE))),
          entry("iprange --src-range", Option.of(addresses(PacketField.SOURCE))),
          entry("iprange --dst-range", Option.of(addresses(PacketField.DESTINATION))),
          entry("addrtype --src-type", Option.of((w, not) -> addressType(true, w, not))),
          entry("addrtype --dst-type", Option.of((w, not) -> addressType(false, w, not))),
          entry("pkttype --pkt-type", Option.of(PacketOptions::packetType)));

  private PacketOptions() {}

  private static Option.OneWord ports(Field field) {
    return (word, not) -> new Comparison(field, NumberRanges.ports(word), not);
  }

  private static Option.OneWord portList(Field field) {
    return (word, not) -> new Comparison(field, NumberRanges.portList(word), not);
  }

  private static Match eitherPort(String word, boolean negated) {
    Pattern ports = NumberRanges.portList(word);
    return new Matches.Any(
        List.of(
            Comparison.is(PacketField.SOURCE_PORT, ports),
            Comparison.is(PacketField.DESTINATION_PORT, ports)),
        negated);
  }

  private static Match tcpFlags(List<String> words, boolean negated) {
    Pattern bits = new Pattern.Bits(flags(words.get(0)), flags(words.get(1)));
    return new Comparison(PacketField.TCP_FLAGS, bits, negated);
  }

  private static long flags(String names) {
    return switch (names) {
      case "NONE" -> 0;
      case "ALL" -> 0x3f;
      default -> Arrays.stream(names.split(",", -1)).mapToLong(PacketOptions::flag).sum();
    };
  }

  private static long flag(String name) {
    if (!TCP_FLAGS.contains(name)) {
      throw new IllegalArgumentException("no TCP flag: " + name);
    }
    return 1L << TCP_FLAGS.indexOf(name);
  }

  /** {@code 3}, {@code 3/4}, {@code any} or 255. */
  private static Option.OneWord icmp(Field type, Field code) {
    return (word, not) -> {
      if (word.equals("any") || word.equals("255")) {
        return new Comparison(type, new Pattern.Anything(), not);
      }
      int slash = word.indexOf('/');
      Match ofType = Comparison.is(type, Long.valueOf(slash < 0 ? word : word.substring(0, slash)));
      List<Match> both =
          slash < 0
              ? List.of(ofType)
              : List.of(ofType, Comparison.is(code, Long.valueOf(word.substring(slash + 1))));
      return new Matches.All(both, not);
    };
  }

  private static Option.OneWord addresses(Field field) {
    return (word, not) -> {
      int dash = word.indexOf('-');
      IpAddress first = IpAddress.of(dash < 0 ? word : word.substring(0, dash));
      IpAddress last = IpAddress.of(word.substring(dash + 1));
      return new Comparison(field, new Pattern.Addresses(first, last), not);
    };
  }

  /** Types that this evaluator can't tell from the others leave the match open. */
  private static Match addressType(boolean source, String types, boolean negated) {
    Field field = new AddressType(source, Limit.NONE);
    List<Pattern> wanted =
        Arrays.stream(types.split(",", -1)).map(PacketOptions::addressType).toList();
    return new Comparison(field, Pattern.OneOf.of(wanted), negated);
  }

  /** How the link layer delivered it, as far as the address says it. */
  private static Match packetType(String type, boolean negated) {
    Field field = new AddressType(false, Limit.NONE);
    List<Pattern> unicast = List.of(new Pattern.Exactly("LOCAL"), new Pattern.Exactly("UNICAST"));
    return type.equals("unicast")
        ? new Comparison(field, Pattern.OneOf.of(unicast), negated)
        : new Comparison(field, new Pattern.Exactly(type.toUpperCase(Locale.ROOT)), negated);
  }

  private static Pattern addressType(String name) {
    return switch (name) {
      case "LOCAL", "UNICAST", "BROADCAST", "MULTICAST" -> new Pattern.Exactly(name);
      default -> new Pattern.NotKnown();
    };
  }
}
