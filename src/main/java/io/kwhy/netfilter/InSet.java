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
  private static final int NESTED = 8;

  public InSet {
    sides = List.copyOf(sides);
  }

  @Override
  public Truth test(Packet packet, HostNetwork host) {
    return in(name, packet, host, 0).negatedIf(negated);
  }

  private Truth in(String set, Packet packet, HostNetwork host, int depth) {
    Optional<IpSet> found = host.set(set);
    if (found.isEmpty() || depth > NESTED) {
      return Truth.UNKNOWN;
    }
    IpSet known = found.get();
    if (known.type().equals("list:set")) {
      Truth any = known.complete() ? Truth.NO : Truth.UNKNOWN;
      for (String member : known.sets()) {
        any = any.or(in(member, packet, host, depth + 1));
      }
      return any;
    }
    return inMembers(known, packet, host);
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
