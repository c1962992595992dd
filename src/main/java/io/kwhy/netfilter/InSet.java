package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code -m set --match-set}.
 *
 * @param sides for each dimension of the set, whether the packet's source (or input) is meant
 */
public record InSet(String name, List<Boolean> sides, boolean negated) implements Match {
  public InSet {
    sides = List.copyOf(sides);
  }

  @Override
  public Truth test(Packet packet, HostNetwork host) {
    Optional<IpSet> set = host.set(name);
    Truth in =
        set.isPresent() && set.get().isList()
            ? inAny(set.get(), packet, host)
            : in(set, packet, host);
    return in.negatedIf(negated);
  }

  private Truth inAny(IpSet list, Packet packet, HostNetwork host) {
    Truth any = list.complete() ? Truth.NO : Truth.UNKNOWN;
    for (String member : list.sets()) {
      any = any.or(in(host.set(member), packet, host));
    }
    return any;
  }

  /** The kernel lets no list be a member of another. */
  private Truth in(Optional<IpSet> set, Packet packet, HostNetwork host) {
    return set.isEmpty() || set.get().isList() ? Truth.UNKNOWN : inMembers(set.get(), packet, host);
  }

  private Truth inMembers(IpSet set, Packet packet, HostNetwork host) {
    List<String> dimensions = set.dimensions();
    if (sides.size() < dimensions.size()) {
      return Truth.NO;
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      for (Field field : fields(dimensions.get(i), sides.get(i))) {
        values.add(field.read(packet, host));
      }
    }
    return values.contains(Field.ABSENT) ? Truth.UNKNOWN : set.holds(values);
  }

  private static List<Field> fields(String dimension, boolean source) {
    return switch (dimension) {
      case "ip", "net" -> List.of(source ? PacketField.SOURCE : PacketField.DESTINATION);
      case "port" ->
          List.of(
              PacketField.PROTOCOL,
              source ? PacketField.SOURCE_PORT : PacketField.DESTINATION_PORT);
      case "iface" -> List.of(source ? PacketField.IN : PacketField.OUT);
      default -> List.of((packet, host) -> Field.UNKNOWN);
    };
  }
}
