package io.kwhy.netfilter;

import java.util.Locale;

/** Families of tables. */
public enum Family {
  IP,
  IP6,
  INET,
  NETDEV,
  BRIDGE,
  ARP;

  /** As nft writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean sees(Packet packet) {
    return switch (this) {
      case IP -> !packet.v6();
      case IP6 -> packet.v6();
      case INET, NETDEV -> true;
      case BRIDGE, ARP -> false;
    };
  }
}
