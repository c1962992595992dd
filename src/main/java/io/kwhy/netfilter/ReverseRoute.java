package io.kwhy.netfilter;

import java.util.Optional;

/**
 * Whether there is a route back to a packet's source: {@code fib saddr . iif oif}, {@code -m
 * rpfilter}.
 *
 * @param sameDevice whether it must leave by the device that the packet came in by
 * @param byMark whether the packet's mark is looked at, too
 */
public record ReverseRoute(boolean sameDevice, boolean byMark) implements Field {

  /** 1 if there is one, 0 if not. */
  @Override
  public Object read(Packet packet, HostNetwork host) {
    Device in = packet.devices().in();
    if (in.isLoopback()) {
      return 1L;
    }
    Packet asked = byMark ? packet : packet.with(Mark.ZERO);
    Optional<Device> back = new Routing(host).back(asked, packet.header().source());
    if (back.isEmpty() || !in.known()) {
      return UNKNOWN;
    }
    boolean some = !back.get().equals(Device.NONE);
    return some && (!sameDevice || back.get().equals(in)) ? 1L : 0L;
  }
}
