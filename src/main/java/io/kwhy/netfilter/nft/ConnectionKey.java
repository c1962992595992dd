package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Field;
import io.kwhy.netfilter.MarkField;
import io.kwhy.netfilter.PacketField;

/** Reads what a rule asks of connection tracking. */
final class ConnectionKey {
  private ConnectionKey() {}

  /** {@code ct state}, {@code ct original ip daddr}, {@code ct original proto-dst}. */
  static Key read(Cursor at) {
    at.skip(1);
    String name = at.next().text();
    if (!name.equals("original") && !name.equals("reply")) {
      return now(name);
    }
    boolean family = at.here().is("ip") || at.here().is("ip6");
    at.skip(family ? 1 : 0);
    Key key = original(at.next().text());
    return name.equals("original") ? key : Key.notKnown();
  }

  private static Key now(String name) {
    return switch (name) {
      case "state" -> Key.of(PacketField.STATE, Kind.STATE);
      case "status" -> Key.of((packet, host) -> Field.UNKNOWN, Kind.STATUS);
      case "mark" -> Key.of(new MarkField(true), Kind.NUMBER);
      default -> Key.notKnown();
    };
  }

  private static Key original(String name) {
    return switch (name) {
      case "saddr" -> Key.of(PacketField.ORIGINAL_SOURCE, Kind.ADDRESS);
      case "daddr" -> Key.of(PacketField.ORIGINAL_DESTINATION, Kind.ADDRESS);
      case "proto-src" -> Key.of(PacketField.ORIGINAL_SOURCE_PORT, Kind.PORT);
      case "proto-dst" -> Key.of(PacketField.ORIGINAL_DESTINATION_PORT, Kind.PORT);
      default -> Key.notKnown();
    };
  }
}
