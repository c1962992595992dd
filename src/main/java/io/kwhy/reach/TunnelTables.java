package io.kwhy.reach;

import static java.util.stream.Collectors.groupingBy;

import io.kwhy.fact.Known;
import io.kwhy.fact.network.ForwardingEntry;
import io.kwhy.fact.network.Link;
import io.kwhy.fact.network.Neighbour;
import io.kwhy.fact.network.Route;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one host knows of its peers: flannel writes entries for each of them into three tables. */
final class TunnelTables {
  private final boolean up;
  private final Map<String, List<Route>> routes;
  private final Map<String, List<Neighbour>> neighbours;
  private final Map<String, List<ForwardingEntry>> forwarding;

  /**
   * @param tunnel the interface to the peers
   */
  TunnelTables(Known known, String host, String tunnel) {
    up =
        known.of(Link.class, Link::node, host).stream()
            .anyMatch(link -> link.name().equals(tunnel) && link.up());
    routes =
        known.of(Route.class, Route::node, host).stream()
            .filter(route -> route.table().equals("main") || route.table().equals("default"))
            .collect(groupingBy(Route::destination));
    neighbours =
        known.of(Neighbour.class, Neighbour::node, host).stream()
            .filter(entry -> entry.link().equals(tunnel))
            .collect(groupingBy(Neighbour::address));
    forwarding =
        known.of(ForwardingEntry.class, ForwardingEntry::node, host).stream()
            .filter(entry -> entry.link().equals(tunnel) && !entry.destination().isEmpty())
            .collect(groupingBy(entry -> entry.mac().toLowerCase(Locale.ROOT)));
  }

  /** Whether there is the interface: without it there are no entries, which is another fault. */
  boolean up() {
    return up;
  }

  /** The routes to a range. */
  List<Route> routes(String range) {
    return routes.getOrDefault(range, List.of());
  }

  /** The hardware addresses of an address behind the tunnel. */
  List<Neighbour> neighbours(String address) {
    return neighbours.getOrDefault(address, List.of());
  }

  /** Where packets for a hardware address are sent. */
  List<ForwardingEntry> forwarding(String mac) {
    return forwarding.getOrDefault(mac.toLowerCase(Locale.ROOT), List.of());
  }
}
