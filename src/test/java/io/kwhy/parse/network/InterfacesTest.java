package io.kwhy.parse.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.Link;
import io.kwhy.fact.network.Neighbour;
import io.kwhy.fact.network.Vxlan;
import io.kwhy.parse.Parsed;
import org.junit.jupiter.api.Test;

/** {@code ip addr}, {@code ip link}, {@code ip neigh}. */
class InterfacesTest {

  @Test
  void addresses_in_json() {
    Parsed parsed =
        Parsed.of(
            Source.IP_ADDRESS,
            """
            [{},{"ifname":"eth0","flags":["UP"],"addr_info":[
               {"family":"inet","local":"10.0.0.1","prefixlen":24},{},
               {"family":"inet6","local":"fe80::1","prefixlen":64}]},
             {"ifname":"wg0","addr_info":[]}]
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new InterfaceAddress("w1", "eth0", "10.0.0.1", 24, Parsed.at(Source.IP_ADDRESS, 2)),
            new InterfaceAddress("w1", "eth0", "fe80::1", 64, Parsed.at(Source.IP_ADDRESS, 3)));
  }

  @Test
  void addresses_in_text() {
    Parsed parsed =
        Parsed.of(
            Source.IP_ADDRESS,
            """
            2: eth0@if4: <BROADCAST,UP> mtu 1500 qdisc noqueue state UP
                link/ether d6:a3:34:4b:54:fb brd ff:ff:ff:ff:ff:ff
                inet 10.0.0.1/24 brd 10.0.0.255 scope global dynamic eth0
                   valid_lft forever preferred_lft forever
            7: tun0: <POINTOPOINT,UP> mtu 1400
                inet 10.8.0.2 peer 10.8.0.1/31 scope global tun0
                inet6 fd00::2/128 scope global
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new InterfaceAddress("w1", "eth0", "10.0.0.1", 24, Parsed.at(Source.IP_ADDRESS, 3)),
            new InterfaceAddress("w1", "tun0", "10.8.0.2", 31, Parsed.at(Source.IP_ADDRESS, 6)),
            new InterfaceAddress("w1", "tun0", "fd00::2", 128, Parsed.at(Source.IP_ADDRESS, 7)));
  }

  @Test
  void ip_that_does_not_know_json() {
    Parsed parsed = Parsed.of(Source.IP_ADDRESS, "Option \"-j\" is unknown, try \"ip -help\".\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected an interface, found \"Option \"-j\" is unknown, try \"ip -help\".\"");
  }

  @Test
  void json_that_breaks_off_keeps_what_was_whole() {
    Parsed parsed =
        Parsed.of(
            Source.IP_ADDRESS,
            """
            [{"ifname":"lo","addr_info":[{"local":"127.0.0.1","prefixlen":8}]},
             {"ifname":"eth0","addr_info":[{"local":"10.0.0.1","pref\
            """);
    assertThat(parsed.texts()).containsExactly("lo 127.0.0.1/8");
    assertThat(parsed.gaps()).containsExactly("2: expected more JSON, found the end of the entry");
  }

  @Test
  void json_that_turns_into_something_else() {
    Parsed parsed =
        Parsed.of(Source.IP_LINK, "[{\"ifname\":\"lo\",\"mtu\":65536},\nDump was interrupted\n");
    assertThat(parsed.texts()).containsExactly("lo down mtu 65536");
    assertThat(parsed.gaps()).singleElement().asString().startsWith("2: expected JSON, found");
  }

  @Test
  void json_of_another_kind() {
    Parsed parsed = Parsed.of(Source.IP_LINK, "[1,\"x\",{\"a\":{\"b\":1}}]");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected an object, found \"1\"",
            "1: expected an object, found \"x\"",
            "1: expected an interface with ifname and mtu, found an object with \"{a.b=1}\"");
  }

  @Test
  void no_interface_at_all_is_a_gap() {
    assertThat(Parsed.of(Source.IP_LINK, "[ ]").gaps()).containsExactly("0: lists no interface");
  }

  @Test
  void deep_nesting_is_a_gap() {
    assertThat(Parsed.of(Source.IP_LINK, "[".repeat(100_000)).gaps()).isNotEmpty();
  }

  @Test
  void bad_address_in_json_is_a_gap() {
    assertThat(
            Parsed.of(
                    Source.IP_ADDRESS,
                    "[{\"ifname\":\"a\",\"addr_info\":[{\"local\":\"no\",\"prefixlen\":99999999999999999999}]}]")
                .gaps())
        .hasSize(1);
  }

  @Test
  void prefix_that_is_too_long_is_a_gap() {
    assertThat(
            Parsed.of(
                    Source.IP_ADDRESS,
                    "[{\"ifname\":\"a\",\"addr_info\":[{\"local\":\"10.0.0.1\",\"prefixlen\":33}]}]")
                .gaps())
        .hasSize(1);
    assertThat(
            Parsed.of(Source.IP_ADDRESS, "2: a: <UP> mtu 1\n    inet 10.0.0.1 peer fd00::1/64\n")
                .gaps())
        .hasSize(1);
    assertThat(Parsed.of(Source.IP_ROUTE, "10.0.0.0/33 dev a\n1:::2/64 dev a\n").gaps()).hasSize(2);
  }

  @Test
  void links_in_json() {
    Parsed parsed =
        Parsed.of(
            Source.IP_LINK,
            """
            [{"ifname":"flannel.1","flags":["BROADCAST","UP","LOWER_UP"],"mtu":1450,
              "operstate":"UNKNOWN","link_type":"ether","address":"36:35:f0:2e:b4:2f",
              "linkinfo":{"info_kind":"vxlan","info_data":{"id":1}}},
             {"ifname":"ipip0","flags":[],"mtu":1480,"operstate":"DOWN",
              "link_type":"ipip","address":"10.0.0.1","linkinfo":{"info_kind":"ipip"}}]
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new Link(
                "w1",
                "flannel.1",
                "vxlan",
                true,
                "UNKNOWN",
                1450,
                "36:35:f0:2e:b4:2f",
                Parsed.at(Source.IP_LINK, 1)),
            new Vxlan("w1", "flannel.1", 1, 0, "", "", Parsed.at(Source.IP_LINK, 1)),
            new Link("w1", "ipip0", "ipip", false, "DOWN", 1480, "", Parsed.at(Source.IP_LINK, 4)));
  }

  @Test
  void links_in_text() {
    Parsed parsed =
        Parsed.of(
            Source.IP_LINK,
            """
            2: ens3: <BROADCAST,MULTICAST,LOWER_UP> mtu 1500 qdisc fq state DOWN mode DEFAULT
                link/ether 52:54:00:aa:bb:cc brd ff:ff:ff:ff:ff:ff promiscuity 0 addrgenmode eui64
                altname enp0s3
            9: veth12@if2: <BROADCAST,UP> mtu 1450 master cni0 state UP mode DEFAULT
                link/ether 8a:82:b2:67:05:26 brd ff:ff:ff:ff:ff:ff link-netnsid 0
                veth
                bridge_slave state forwarding
            10: wg0: <POINTOPOINT,NOARP,UP> mtu 1420 state UNKNOWN
                link/none
                wireguard addrgenmode none
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new Link(
                "w1",
                "ens3",
                "",
                false,
                "DOWN",
                1500,
                "52:54:00:aa:bb:cc",
                Parsed.at(Source.IP_LINK, 1)),
            new Link(
                "w1",
                "veth12",
                "veth",
                true,
                "UP",
                1450,
                "8a:82:b2:67:05:26",
                Parsed.at(Source.IP_LINK, 4)),
            new Link(
                "w1", "wg0", "wireguard", true, "UNKNOWN", 1420, "", Parsed.at(Source.IP_LINK, 8)));
  }

  @Test
  void link_that_was_cut_off_is_a_gap() {
    Parsed parsed = Parsed.of(Source.IP_LINK, "1: lo: <UP> mtu 65536\n2: eth0: <BROADC");
    assertThat(parsed.texts()).containsExactly("lo up mtu 65536");
    assertThat(parsed.gaps())
        .containsExactly("2: expected an interface with its mtu, found \"2: eth0: <BROADC\"");
  }

  @Test
  void neighbours_in_both_forms() {
    Neighbour failed =
        new Neighbour("w1", "10.0.0.9", "eth0", "", "FAILED", Parsed.at(Source.IP_NEIGHBOUR, 1));
    assertThat(
            Parsed.of(
                    Source.IP_NEIGHBOUR,
                    "[{\"dst\":\"10.0.0.9\",\"dev\":\"eth0\",\"state\":[\"FAILED\"]}]")
                .facts())
        .containsExactly(failed);
    assertThat(Parsed.of(Source.IP_NEIGHBOUR, "10.0.0.9 dev eth0  FAILED \n").facts())
        .containsExactly(failed);
  }

  @Test
  void neighbours_with_everything() {
    assertThat(
            Parsed.of(
                    Source.IP_NEIGHBOUR,
                    """
                    fe80::1 dev eth0 lladdr 02:45:17:06:a3:f8 router STALE
                    10.0.0.2 dev eth0 lladdr 02:45:17:06:a3:f9 ref 1 used 0/0/0 probes 4 REACHABLE
                    """)
                .texts())
        .containsExactly(
            "fe80::1 dev eth0 02:45:17:06:a3:f8 STALE",
            "10.0.0.2 dev eth0 02:45:17:06:a3:f9 REACHABLE");
  }

  @Test
  void no_neighbours_is_no_gap() {
    assertThat(Parsed.of(Source.IP_NEIGHBOUR, "[ ]").gaps()).isEmpty();
    assertThat(Parsed.of(Source.IP_NEIGHBOUR, "").gaps()).isEmpty();
  }

  @Test
  void missing_ip_is_a_gap() {
    Parsed parsed = Parsed.of(Source.IP_NEIGHBOUR, "sh: ip: not found\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly("1: expected a neighbour, found \"sh: ip: not found\"");
  }
}
