package io.kwhy.netfilter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a host knows besides its rules: addresses, routes, ip sets, settings. What the caller does
 * not give is not known, and a verdict that needs it is undetermined.
 */
public final class HostNetwork {
  private final List<LocalAddress> addresses;
  private final Set<IpAddress> own;
  private final Set<IpAddress> broadcasts;
  private final List<RouteEntry> routes;
  private final List<IpPrefix> local;
  private final List<IpPrefix> broadcast;
  private final List<RoutingRule> rules;
  private final List<RoutingRule> rulesV6;
  private final Map<String, IpSet> sets;
  private final Map<String, List<String>> bridges;
  private final Truth forwarding;
  private final Truth forwardingV6;
  private final Truth localnet;

  HostNetwork(HostNetworkBuilder from) {
    addresses = List.copyOf(from.addresses);
    own = addresses.stream().map(LocalAddress::address).collect(Collectors.toUnmodifiableSet());
    broadcasts =
        addresses.stream()
            .filter(address -> !address.address().v6() && address.prefixLength() < 31)
            .map(address -> address.network().network().last(address.prefixLength()))
            .collect(Collectors.toUnmodifiableSet());
    routes = List.copyOf(from.routes);
    local = destinations("local");
    broadcast = destinations("broadcast");
    rules = inOrder(from.rules);
    rulesV6 = inOrder(from.rulesV6);
    sets = Map.copyOf(from.sets);
    bridges = Map.copyOf(from.bridges);
    forwarding = from.forwarding;
    forwardingV6 = from.forwardingV6;
    localnet = from.localnet;
  }

  private List<IpPrefix> destinations(String type) {
    return routes.stream()
        .filter(route -> route.type().equals(type))
        .map(RouteEntry::destination)
        .distinct()
        .toList();
  }

  private static List<RoutingRule> inOrder(List<RoutingRule> rules) {
    return (rules.isEmpty() ? Routing.DEFAULT_RULES : rules)
        .stream().sorted(Comparator.comparingInt(RoutingRule::priority)).toList();
  }

  /** One that knows nothing yet. */
  public static HostNetworkBuilder builder() {
    return new HostNetworkBuilder();
  }

  List<RouteEntry> routes() {
    return routes;
  }

  /** Each family has rules of its own. */
  List<RoutingRule> rules(boolean v6) {
    return v6 ? rulesV6 : rules;
  }

  boolean addressesKnown() {
    return !addresses.isEmpty();
  }

  boolean routesKnown() {
    return !routes.isEmpty();
  }

  /** Whether a packet that came in by a device is sent on. */
  Truth forwards(Packet packet) {
    return packet.v6() ? forwardingV6 : forwarding;
  }

  /** Whether addresses of 127.0.0.0/8 are routed: {@code route_localnet}. */
  Truth routesLocalnet() {
    return localnet;
  }

  /** The ip set of that name, if it was captured. */
  Optional<IpSet> set(String name) {
    return Optional.ofNullable(sets.get(name));
  }

  boolean isLocal(IpAddress address) {
    return address.isLoopback()
        || own.contains(address)
        || local.stream().anyMatch(network -> network.contains(address));
  }

  /** Whether an address is this host's on this device. */
  boolean isLocalOn(String device, IpAddress address) {
    return addresses.stream()
            .anyMatch(own -> own.device().equals(device) && own.address().equals(address))
        || (address.isLoopback() && device.equals("lo"));
  }

  /** Whether a device is a bridge, so that packets pass one of its ports as frames. */
  boolean isBridge(Device device) {
    return bridges.containsKey(device.name());
  }

  /** The devices that hang on a bridge. */
  List<String> ports(Device bridge) {
    return bridges.getOrDefault(bridge.name(), List.of());
  }

  boolean isBroadcast(IpAddress address) {
    return !address.v6()
        && (address.equals(address.last(0))
            || broadcasts.contains(address)
            || broadcast.stream().anyMatch(network -> network.contains(address)));
  }

  /**
   * The address that masquerading gives on a device: one of its own, or another of the host if it
   * has none, but no loopback address; 0.0.0.0 or :: if it is not known.
   */
  IpAddress sourceOn(Device device, IpAddress destination) {
    List<LocalAddress> fit =
        addresses.stream()
            .filter(a -> a.address().v6() == destination.v6() && !a.address().isLoopback())
            .filter(a -> device.known())
            .toList();
    List<LocalAddress> own = fit.stream().filter(a -> a.device().equals(device.name())).toList();
    return own.stream()
        .filter(a -> a.network().contains(destination))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .or(() -> fit.stream().filter(a -> reachesItself(a, destination)).findFirst())
        .or(() -> fit.stream().findFirst())
        .map(LocalAddress::address)
        .orElse(new IpAddress(destination.v6(), 0, 0));
  }

  /** Of IPv6, the address that is asked is its own best source (RFC 6724, rule 1). */
  private static boolean reachesItself(LocalAddress own, IpAddress destination) {
    return destination.v6() && own.address().equals(destination);
  }
}
