package io.kwhy.netfilter;

import java.util.Optional;

/** What host.txt sets up, as a caller would tell it from captured addresses and routes. */
final class TestHost {

  private TestHost() {}

  static HostNetworkBuilder network() {
    return HostNetwork.builder()
        .address("lo", "127.0.0.1/8")
        .address("eth0", "172.31.77.3/24")
        .address("cni0", "10.42.1.1/24")
        .address("flannel.1", "10.42.1.0/32")
        .address("eth0", "fd00:77::3/64")
        .address("cni0", "fd00:42:1::1/64")
        .route("default", "172.31.77.254", "eth0")
        .route("172.31.77.0/24", "", "eth0")
        .route("10.42.1.0/24", "", "cni0")
        .route("10.42.0.0/24", "10.42.0.0", "flannel.1")
        .route("10.42.3.0/24", "10.42.3.0", "flannel.1")
        .route("::/0", "fd00:77::fe", "eth0")
        .route("fd00:77::/64", "", "eth0")
        .route("fd00:42:1::/64", "", "cni0")
        .route(new RouteEntry("unreachable", IpPrefix.of("10.99.0.0/16"), "", "", "main", "", 0))
        .route(
            new RouteEntry(
                "unicast", IpPrefix.of("10.42.3.0/24"), "172.31.77.1", "eth0", "100", "", 0))
        .rule(RoutingRule.all(0, "local"))
        .rule(
            new RoutingRule(
                100,
                Optional.empty(),
                Optional.empty(),
                "",
                0x80,
                0x80,
                false,
                "lookup",
                "100",
                -1,
                false))
        .rule(RoutingRule.all(32_766, "main"))
        .forwarding(Truth.YES)
        .forwardingV6(Truth.YES)
        .routesLocalnet(Truth.NO);
  }
}
