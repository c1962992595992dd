package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kernel's routing decision, from captured rules and routes. */
final class Routing {

  static final List<RoutingRule> DEFAULT_RULES =
      List.of(
          RoutingRule.all(0, "local"),
          RoutingRule.all(32_766, "main"),
          RoutingRule.all(32_767, "default"));

  private final HostNetwork host;

  Routing(HostNetwork host) {
    this.host = host;
  }

  /** Where the packet goes; more than one if a route has several next hops. */
  List<Routed> decide(Packet packet) {
    IpAddress to = packet.header().destination();
    if (to.isUnspecified()) {
      return List.of(new Routed.NotKnown("the destination is not known"));
    }
    if (host.isLocal(to) || (host.isBroadcast(to) && !packet.sentHere())) {
      return List.of(new Routed.Here("lo"));
    }
    if (to.isMulticast()) {
      return List.of(new Routed.NotKnown("who listens to " + to + " was not captured"));
    }
    if (!host.addressesKnown()) {
      return List.of(new Routed.NotKnown("the addresses of the host were not captured"));
    }
    return host.routesKnown() ? byRules(packet) : List.of(onwardUnknown());
  }

  private static Routed onwardUnknown() {
    return new Routed.Onward(Device.UNKNOWN, "");
  }

  private List<Routed> byRules(Packet packet) {
    for (RoutingRule rule : host.rules(packet.v6())) {
      Truth covers = rule.covers(packet);
      List<Routed> found = covers == Truth.NO ? List.of() : byRule(rule, packet);
      if (covers == Truth.UNKNOWN && !found.isEmpty()) {
        return List.of(new Routed.NotKnown("whether rule " + rule.priority() + " is used"));
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of(new Routed.Nowhere("no route to " + packet.header().destination()));
  }

  private List<Routed> byRule(RoutingRule rule, Packet packet) {
    IpAddress to = packet.header().destination();
    if (!rule.action().equals("lookup")) {
      return List.of(
          new Routed.Nowhere("rule " + rule.priority() + " says " + rule.action() + " for " + to));
    }
    List<RouteEntry> best = best(rule, to);
    return best.isEmpty() || best.get(0).type().equals("throw")
        ? List.of()
        : best.stream().map(route -> routed(route, to)).distinct().toList();
  }

  private List<RouteEntry> best(RoutingRule rule, IpAddress to) {
    List<RouteEntry> best = new ArrayList<>();
    for (RouteEntry route : host.routes()) {
      if (route.table().equals(rule.table())
          && route.destination().contains(to)
          && route.destination().length() > rule.suppressed()) {
        if (best.isEmpty() || route.before(best.get(0))) {
          best.clear();
        }
        if (best.isEmpty() || !best.get(0).before(route)) {
          best.add(route);
        }
      }
    }
    return best;
  }

  private static Routed routed(RouteEntry route, IpAddress to) {
    return switch (route.type()) {
      case "", "unicast" -> new Routed.Onward(Device.named(route.device()), route.gateway());
      case "local", "broadcast" -> new Routed.Here(route.device());
      case "blackhole", "unreachable", "prohibit" ->
          new Routed.Nowhere(
              "the route " + route.type() + " " + route.destination() + " covers " + to);
      default -> new Routed.NotKnown("routes of type " + route.type());
    };
  }

  /**
   * The device that answers to an address would leave by; none if there is no such route; empty if
   * it can't be told.
   */
  Optional<Device> back(Packet packet, IpAddress to) {
    Packet answer = packet.with(packet.header().from(packet.header().destination(), -1).to(to, -1));
    List<Routed> found = decide(answer);
    if (found.size() != 1) {
      return Optional.empty();
    }
    Routed way = found.get(0);
    if (way instanceof Routed.Onward onward) {
      return onward.device().known() ? Optional.of(onward.device()) : Optional.empty();
    }
    return way instanceof Routed.NotKnown ? Optional.empty() : Optional.of(Device.NONE);
  }
}
