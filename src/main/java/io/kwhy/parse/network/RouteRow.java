package io.kwhy.parse.network;

import io.kwhy.fact.Origin;
import io.kwhy.fact.network.Route;
import io.kwhy.parse.text.Numbers;
import java.util.Optional;

/**
 * What {@code ip route} says of a route, in the words of both its forms.
 *
 * @param type {@code ""} for unicast
 * @param destination as printed: without a prefix length for one address
 * @param across whether the gateway is said to be of the other family: only IPv4 has such routes
 * @param preference printed for IPv6 only
 */
record RouteRow(
    String type,
    String destination,
    String gateway,
    boolean across,
    String link,
    String source,
    String metric,
    String table,
    String preference) {

  /** The metric of the kernel's own "no route", which exists for IPv6 only. */
  private static final String WORST_METRIC = "4294967295";

  /** The route with the gateway and the link of one of its next hops. */
  RouteRow via(String hop, boolean other, String device) {
    return new RouteRow(type, destination, hop, other, device, source, metric, table, preference);
  }

  /** The fact; nothing where the destination is no address. */
  Optional<Route> route(String node, Origin origin) {
    if (!destination.equals("default") && !AddressText.network(destination)) {
      return Optional.empty();
    }
    return Optional.of(
        new Route(
            node,
            normal(),
            gateway,
            link,
            source,
            number(metric),
            table.isEmpty() ? "main" : table,
            type.isEmpty() ? "unicast" : type,
            origin));
  }

  /**
   * The destination with its prefix length. IPv6's default route is {@code ::/0}, so that it is not
   * taken for a way out for IPv4.
   */
  private String normal() {
    if (destination.equals("default")) {
      return version6() ? "::/0" : destination;
    }
    return destination.indexOf('/') >= 0
        ? destination
        : destination + "/" + AddressText.fullLength(destination);
  }

  private boolean version6() {
    return !preference.isEmpty()
        || metric.equals(WORST_METRIC)
        || (!across && AddressText.version6(gateway))
        || AddressText.version6(source);
  }

  /** Metrics are unsigned; one beyond an int is as bad as they get. */
  private static int number(String metric) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, Numbers.whole(metric).orElse(0)));
  }
}
