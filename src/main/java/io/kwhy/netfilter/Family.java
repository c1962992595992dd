package io.kwhy.netfilter;

/** Families of tables. */
public enum Family {
  IP,
  IP6,
  INET,
  NETDEV,
  BRIDGE,
  ARP;

  boolean sees(Packet packet) {
    return switch (this) {
      case IP -> !packet.v6();
      case IP6 -> packet.v6();
      case INET, NETDEV -> true;
      case BRIDGE, ARP -> false;
    };
  }
}
