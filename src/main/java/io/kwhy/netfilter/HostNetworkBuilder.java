package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what is known of a host; {@link HostNetwork#builder} begins one. */
public final class HostNetworkBuilder {
  final List<LocalAddress> addresses = new ArrayList<>();
  final List<RouteEntry> routes = new ArrayList<>();
  final List<RoutingRule> rules = new ArrayList<>();
  final List<RoutingRule> rulesV6 = new ArrayList<>();
  final Map<String, IpSet> sets = new TreeMap<>();
  final Map<String, List<String>> bridges = new TreeMap<>();
  Truth forwarding = Truth.UNKNOWN;
  Truth forwardingV6 = Truth.UNKNOWN;
  Truth localnet = Truth.UNKNOWN;

  HostNetworkBuilder() {}

  /** An address of the host. */
  public HostNetworkBuilder address(LocalAddress address) {
    addresses.add(address);
    return this;
  }

  /**
   * An address as {@code ip addr} prints it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public HostNetworkBuilder address(String device, String addressAndLength) {
    IpPrefix network = IpPrefix.of(addressAndLength);
    IpAddress address = IpAddress.of(addressAndLength.replaceAll("/.*", ""));
    return address(new LocalAddress(device, address, network.length()));
  }

  /** A route of any table. */
  public HostNetworkBuilder route(RouteEntry route) {
    routes.add(route);
    return this;
  }

  /**
   * A unicast route of the main table, IPv4 if the destination is {@code default}.
   *
   * @param gateway "" for none
   * @throws IllegalArgumentException if the destination is neither a network nor default
   */
  public HostNetworkBuilder route(String destination, String gateway, String device) {
    IpPrefix prefix = IpPrefix.of(destination.equals("default") ? "0.0.0.0/0" : destination);
    return route(new RouteEntry("unicast", prefix, gateway, device, "main", "", 0));
  }

  /** A rule of {@code ip rule}; without any, the kernel's three are taken to be there. */
  public HostNetworkBuilder rule(RoutingRule rule) {
    rules.add(rule);
    return this;
  }

  /** Likewise of {@code ip -6 rule}. */
  public HostNetworkBuilder ruleV6(RoutingRule rule) {
    rulesV6.add(rule);
    return this;
  }

  /** A bridge and the devices that hang on it. */
  public HostNetworkBuilder bridge(String name, List<String> ports) {
    bridges.put(name, List.copyOf(ports));
    return this;
  }

  /** What an ip set holds. */
  public HostNetworkBuilder set(String name, IpSet set) {
    sets.put(name, set);
    return this;
  }

  /** {@code net.ipv4.ip_forward}; forwarding of IPv6 stays as it is. */
  public HostNetworkBuilder forwarding(Truth on) {
    forwarding = on;
    return this;
  }

  /** {@code net.ipv6.conf.all.forwarding}. */
  public HostNetworkBuilder forwardingV6(Truth on) {
    forwardingV6 = on;
    return this;
  }

  /** {@code net.ipv4.conf.*.route_localnet}. */
  public HostNetworkBuilder routesLocalnet(Truth on) {
    localnet = on;
    return this;
  }

  /** The host as it is known by now. */
  public HostNetwork build() {
    return new HostNetwork(this);
  }
}
