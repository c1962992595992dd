package io.kwhy.netfilter;

import java.util.Optional;

/**
 * A rule of {@code ip rule}: which packets look into which table.
 *
 * @param in device that the packet came in by, "" for any, lo for packets of this host
 * @param markMask 0 if the mark is not looked at
 * @param action lookup, or what becomes of the packet: blackhole, unreachable, prohibit
 * @param suppressed routes with a prefix of at most this length are passed over; -1 for none
 * @param more whether it has conditions that are not among these
 */
public record RoutingRule(
    int priority,
    Optional<IpPrefix> from,
    Optional<IpPrefix> to,
    String in,
    int mark,
    int markMask,
    boolean negated,
    String action,
    String table,
    int suppressed,
    boolean more) {

  /** A rule that sends all packets to a table. */
  public static RoutingRule all(int priority, String table) {
    return new RoutingRule(
        priority, Optional.empty(), Optional.empty(), "", 0, 0, false, "lookup", table, -1, false);
  }

  Truth covers(Packet packet) {
    Header header = packet.header();
    Truth here =
        Truth.of(
            from.map(prefix -> prefix.contains(header.source())).orElse(true)
                && to.map(prefix -> prefix.contains(header.destination())).orElse(true)
                && (in.isEmpty() || in.equals(packet.sentHere() ? "lo" : inName(packet))));
    Truth marked = markMask == 0 ? Truth.YES : packet.mark().is(mark, markMask);
    return here.and(marked).and(more ? Truth.UNKNOWN : Truth.YES).negatedIf(negated);
  }

  private static String inName(Packet packet) {
    return packet.devices().in().name();
  }
}
