package io.kwhy.netfilter;

/**
 * A route.
 *
 * @param type unicast, local, broadcast, blackhole, unreachable, prohibit or throw
 * @param gateway "" if the destination is on the link
 * @param table main, local, or another's name or number as {@code ip rule} says it
 * @param source the address that packets of this host get, "" if not said
 */
public record RouteEntry(
    String type,
    IpPrefix destination,
    String gateway,
    String device,
    String table,
    String source,
    int metric) {

  /** Before another of the same table: the longer prefix, then the lower metric. */
  boolean before(RouteEntry other) {
    int longer = destination.length() - other.destination.length();
    return longer > 0 || (longer == 0 && metric < other.metric);
  }
}
