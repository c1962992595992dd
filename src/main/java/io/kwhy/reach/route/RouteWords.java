package io.kwhy.reach.route;

import io.kwhy.fact.network.Route;
import io.kwhy.fact.network.RoutingRule;
import io.kwhy.netfilter.Verdict;
import io.kwhy.netfilter.Way;

/** Where packets go instead, and the commands that take away what sends them there. */
final class RouteWords {
  private RouteWords() {}

  /** What becomes of packets on a way, such as {@code leave by eth1, router 10.0.0.1}. */
  static String instead(Way way) {
    return way.verdict() != Verdict.ACCEPTED
        ? "are thrown away"
        : "leave by "
            + (out(way).isEmpty() ? "nothing" : out(way))
            + (way.gateway().isEmpty() ? "" : ", router " + way.gateway());
  }

  /** The interface by which a way leaves; {@code ""} where it does not. */
  static String out(Way way) {
    return way.packet().devices().out().name();
  }

  static String command(RoutingRule rule, boolean v6) {
    return family(v6) + " rule del priority " + rule.priority();
  }

  static String command(Route route, boolean v6) {
    return family(v6)
        + " route del "
        + route.text()
        + (route.table().equals("main") ? "" : " table " + route.table());
  }

  private static String family(boolean v6) {
    return v6 ? "ip -6" : "ip";
  }
}
