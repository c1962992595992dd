package io.kwhy.netfilter.iptables;

import static java.util.Map.entry;

import io.kwhy.netfilter.Comparison;
import io.kwhy.netfilter.Connection.State;
import io.kwhy.netfilter.Field;
import io.kwhy.netfilter.HostNetwork;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Match;
import io.kwhy.netfilter.Matches;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.PacketField;
import io.kwhy.netfilter.Pattern;
import io.kwhy.netfilter.Protocol;
import io.kwhy.netfilter.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Match modules that look at connection tracking. */
final class ConnectionOptions {

  private static final Option STATE = Option.of(ConnectionOptions::states);

  /** By module and option. */
  static final Map<String, Option> ALL =
      Map.ofEntries(
          entry("conntrack --ctstate", STATE),
          entry("state --state", STATE),
          entry("conntrack --ctproto", Option.of(ConnectionOptions::protocol)),
          entry("conntrack --ctorigsrc", address(PacketField.ORIGINAL_SOURCE)),
          entry("conntrack --ctorigdst", address(PacketField.ORIGINAL_DESTINATION)),
          entry("conntrack --ctorigsrcport", port(PacketField.ORIGINAL_SOURCE_PORT)),
          entry("conntrack --ctorigdstport", port(PacketField.ORIGINAL_DESTINATION_PORT)),
          entry(
              "conntrack --ctdir", Option.of((word, not) -> new FirstWay(word.equals("ORIGINAL")))),
          entry("conntrack --ctstatus", Option.of(Status::new)),
          entry("connmark --mark", Option.of(ConnectionOptions::mark)));

  private ConnectionOptions() {}

  /** The way of the connection's first packet; of a later one it is not known which way it goes. */
  private record FirstWay(boolean wanted) implements Match {
    @Override
    public Truth test(Packet packet, HostNetwork host) {
      if (!packet.connection().present()) {
        return Truth.NO;
      }
      return packet.connection().seen() == State.NEW ? Truth.of(wanted) : Truth.UNKNOWN;
    }
  }

  /** A first packet has none of these yet, and what is not tracked has no status at all. */
  private record Status(String names, boolean negated) implements Match {
    private static final Set<String> LATER = Set.of("SEEN_REPLY", "ASSURED", "CONFIRMED");

    @Override
    public Truth test(Packet packet, HostNetwork host) {
      if (!packet.connection().present()) {
        return Truth.NO;
      }
      boolean first = packet.connection().seen() == State.NEW;
      return first && LATER.containsAll(List.of(names.split(",", -1)))
          ? Truth.NO.negatedIf(negated)
          : Truth.UNKNOWN;
    }
  }

  private static Match states(String names, boolean negated) {
    return new Matches.Any(
        Arrays.stream(names.split(",", -1)).map(ConnectionOptions::state).toList(), negated);
  }

  private static Match state(String name) {
    return switch (name) {
      case "DNAT" -> new Matches.Translated(true);
      case "SNAT" -> new Matches.Translated(false);
      default -> Comparison.is(PacketField.STATE, State.valueOf(name).bit());
    };
  }

  private static Match protocol(String word, boolean negated) {
    long number = Protocol.parse(word).orElseThrow(IllegalArgumentException::new);
    return new Comparison(PacketField.PROTOCOL, new Pattern.Exactly(number), negated);
  }

  private static Option address(Field field) {
    return Option.of(
        (word, not) -> new Comparison(field, Pattern.Addresses.of(IpPrefix.of(word)), not));
  }

  private static Option port(Field field) {
    return Option.of((word, not) -> new Comparison(field, NumberRanges.ports(word), not));
  }

  private static Match mark(String word, boolean negated) {
    return new Matches.ConnectionMark(NumberRanges.value(word), NumberRanges.mask(word), negated);
  }
}
