package io.kwhy.netfilter;

/** Something about a packet that rules compare. */
public interface Field {

  /** What a field reads as if the evidence does not tell it. */
  Object UNKNOWN = new Object();

  /** What it reads as if the packet has no such thing: then a rule does not match. */
  Object ABSENT = new Object();

  /** An {@link IpAddress}, a {@link Long}, a {@link String}, a list of such, or one of the two. */
  Object read(Packet packet, HostNetwork host);

  /** A number of 0 or more, or unknown. */
  static Object number(int known) {
    return known < 0 ? UNKNOWN : (Object) (long) known;
  }

  /** An address, or unknown. */
  static Object address(IpAddress known) {
    return known.isUnspecified() ? UNKNOWN : known;
  }

  /** A device's name, "" for none, or unknown. */
  static Object device(Device device) {
    return device.known() ? device.name() : UNKNOWN;
  }
}
