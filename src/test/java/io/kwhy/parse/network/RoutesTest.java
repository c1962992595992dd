package io.kwhy.parse.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.network.Route;
import io.kwhy.parse.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          default via 10.0.0.254 dev eth0 proto dhcp src 10.0.0.1 metric 100 | default       | 10.0.0.254 | eth0      | 10.0.0.1 | 100 | main  | unicast
          10.42.1.0/24 via 10.42.1.0 dev flannel.1 onlink                    | 10.42.1.0/24  | 10.42.1.0  | flannel.1 | ``       | 0   | main  | unicast
          10.42.0.0/24 dev cni0 proto kernel scope link src 10.42.0.1        | 10.42.0.0/24  | ``         | cni0      | 10.42.0.1| 0   | main  | unicast
          local 10.0.0.1 dev eth0 table local proto kernel src 10.0.0.1      | 10.0.0.1/32   | ``         | eth0      | 10.0.0.1 | 0   | local | local
          blackhole 10.9.0.0/16 metric 20                                    | 10.9.0.0/16   | ``         | ``        | ``       | 20  | main  | blackhole
          unreachable default metric 4278198272                              | default       | ``         | ``        | ``       | 2147483647 | main | unreachable
          unreachable default dev lo metric 4294967295 error -101 pref medium | ::/0         | ``         | lo        | ``       | 2147483647 | main | unreachable
          default via fe80::1 dev eth0 proto ra metric 1024 pref medium      | ::/0          | fe80::1    | eth0      | ``       | 1024 | main | unicast
          default via inet6 fe80::9 dev eth0                                 | default       | fe80::9    | eth0      | ``       | 0   | main  | unicast
          10.7.0.0/16 via inet6 fe80::9 dev eth0                             | 10.7.0.0/16   | fe80::9    | eth0      | ``       | 0   | main  | unicast
          multicast ff00::/8 dev eth0 table local metric 256                 | ff00::/8      | ``         | eth0      | ``       | 256 | local | multicast
          default dev wg0 table 51820                                        | default       | ``         | wg0       | ``       | 0   | 51820 | unicast
          """)
  void route_in_text(
      String text,
      String destination,
      String gateway,
      String link,
      String source,
      int metric,
      String table,
      String type) {
    Parsed parsed = Parsed.of(Source.IP_ROUTE, text + " \n");
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(route(destination, gateway, link, source, metric, table, type, 1));
  }

  private static Fact route(
      String destination,
      String gateway,
      String link,
      String source,
      int metric,
      String table,
      String type,
      int line) {
    return new Route(
        "w1",
        destination,
        gateway,
        link,
        source,
        metric,
        table,
        type,
        Parsed.at(Source.IP_ROUTE, line));
  }

  @Test
  void routes_in_json() {
    Parsed parsed =
        Parsed.of(
            Source.IP_ROUTE,
            """
            [{"dst":"default","gateway":"10.0.0.254","dev":"eth0","metric":100,"flags":[]},
            {"type":"local","dst":"10.0.0.1","dev":"eth0","table":"local","prefsrc":"10.0.0.1"},
            {"type":"unreachable","dst":"default","dev":"lo","metric":4294967295,"pref":"medium"},
            {"type":"blackhole","dst":"10.9.0.0/16"},
            {"dst":"10.7.0.0/16","via":{"family":"inet6","host":"fe80::9"},"dev":"eth0"}]
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            route("default", "10.0.0.254", "eth0", "", 100, "main", "unicast", 1),
            route("10.0.0.1/32", "", "eth0", "10.0.0.1", 0, "local", "local", 2),
            route("::/0", "", "lo", "", Integer.MAX_VALUE, "main", "unreachable", 3),
            route("10.9.0.0/16", "", "", "", 0, "main", "blackhole", 4),
            route("10.7.0.0/16", "fe80::9", "eth0", "", 0, "main", "unicast", 5));
  }

  @Test
  void route_of_several_next_hops_is_a_fact_for_each() {
    assertThat(
            Parsed.of(
                    Source.IP_ROUTE,
                    """
                    default proto static metric 50
                    \tnexthop via 10.0.0.1 dev eth0 weight 1
                    \tnexthop via 10.0.1.1 dev eth1 weight 1 linkdown
                    10.0.0.0/24 dev eth0
                    """)
                .texts())
        .containsExactly(
            "default via 10.0.0.1 dev eth0 metric 50",
            "default via 10.0.1.1 dev eth1 metric 50",
            "10.0.0.0/24 dev eth0");
    assertThat(
            Parsed.of(
                    Source.IP_ROUTE,
                    "[{\"dst\":\"default\",\"nexthops\":[{\"gateway\":\"10.0.0.1\",\"dev\":\"eth0\"},"
                        + "{\"gateway\":\"10.0.1.1\",\"dev\":\"eth1\"}]}]")
                .texts())
        .containsExactly("default via 10.0.0.1 dev eth0", "default via 10.0.1.1 dev eth1");
  }

  @Test
  void bad_lines_are_gaps_and_the_rest_counts() {
    Parsed parsed =
        Parsed.of(
            Source.IP_ROUTE,
            "Error: ipv4: FIB table does not exist.\nblackhole\n10.0.0.0/24 dev eth0\n10.0.0.0/zz dev x\n");
    assertThat(parsed.texts()).containsExactly("10.0.0.0/24 dev eth0");
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected a route, found \"Error: ipv4: FIB table does not exist.\"",
            "2: expected a route, found \"blackhole\"",
            "4: expected a route, found \"10.0.0.0/zz dev x\"");
  }

  @Test
  void half_a_route_is_not_another_route() {
    Parsed parsed = Parsed.of(Source.IP_ROUTE, "[{\"dst\":\"default\",\"dev\":\"eth0\",\"gatew");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps()).hasSize(1);
  }

  @Test
  void no_route_in_json_is_no_gap() {
    assertThat(Parsed.of(Source.IP_ROUTE, "[ ]").gaps()).isEmpty();
  }
}
