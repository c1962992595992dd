package io.kwhy.netfilter;

/**
 * Type of an address as routing sees it: {@code -m addrtype}, {@code fib daddr type}.
 *
 * @param source of the source address, else of the destination
 * @param device only addresses of this device count as the host's own: IN, OUT, or neither
 */
public record AddressType(boolean source, Limit device) implements Field {

  /** Whether a device limits which addresses count as local. */
  public enum Limit {
    NONE,
    IN,
    OUT
  }

  /** Upper-case as iptables prints it: LOCAL, UNICAST, BROADCAST, MULTICAST. */
  @Override
  public Object read(Packet packet, HostNetwork host) {
    Header header = packet.header();
    IpAddress address = source ? header.source() : header.destination();
    if (address.isMulticast()) {
      return "MULTICAST";
    }
    if (address.isUnspecified() || !host.addressesKnown()) {
      return UNKNOWN;
    }
    if (host.isBroadcast(address)) {
      return "BROADCAST";
    }
    return local(address, packet.devices(), host);
  }

  private Object local(IpAddress address, Devices devices, HostNetwork host) {
    if (!host.isLocal(address)) {
      return "UNICAST";
    }
    Device limit = device == Limit.IN ? devices.in() : devices.out();
    if (device == Limit.NONE || limit.equals(Device.NONE)) {
      return "LOCAL";
    }
    if (!limit.known()) {
      return UNKNOWN;
    }
    return host.isLocalOn(limit.name(), address) ? "LOCAL" : "UNICAST";
  }
}
