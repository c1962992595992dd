package io.kwhy.parse.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.parse.Parsed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The pod network's own files and tables. */
class HostNetworkTest {

  @Test
  void vxlan_in_both_forms() {
    String json =
        """
        [{"ifname":"flannel.1","flags":["UP"],"mtu":1450,"operstate":"UNKNOWN","link_type":"ether",
        "address":"36:35:f0:2e:b4:2f","linkinfo":{"info_kind":"vxlan","info_data":{"id":1,
        "local":"10.0.0.2","link":"eth0","port":8472}}}]
        """;
    String text =
        """
        14: flannel.1: <BROADCAST,UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT
            link/ether 36:35:f0:2e:b4:2f brd ff:ff:ff:ff:ff:ff promiscuity 0
            vxlan id 1 local 10.0.0.2 dev eth0 srcport 0 0 dstport 8472 nolearning ttl auto
        """;
    assertThat(Parsed.of(Source.IP_LINK, json).texts())
        .containsExactly(
            "flannel.1 up mtu 1450", "flannel.1 vxlan id 1 local 10.0.0.2 dev eth0 dstport 8472");
    assertThat(Parsed.of(Source.IP_LINK, text).texts())
        .isEqualTo(Parsed.of(Source.IP_LINK, json).texts());
  }

  @Test
  void forwarding_entries_in_both_forms() {
    assertThat(
            Parsed.of(
                    Source.BRIDGE_FDB,
                    "[{\"mac\":\"3e:d5:99:6c:33:aa\",\"ifname\":\"flannel.1\",\"dst\":\"10.0.0.3\","
                        + "\"flags\":[\"self\"],\"state\":\"permanent\"}]")
                .texts())
        .isEqualTo(
            Parsed.of(
                    Source.BRIDGE_FDB,
                    "3e:d5:99:6c:33:aa dev flannel.1 dst 10.0.0.3 self permanent\n")
                .texts())
        .containsExactly("3e:d5:99:6c:33:aa dev flannel.1 dst 10.0.0.3 permanent");
  }

  @Test
  void no_forwarding_entries_at_all_are_a_gap() {
    assertThat(Parsed.of(Source.BRIDGE_FDB, "\n").gaps()).containsExactly("0: is empty");
    assertThat(Parsed.of(Source.BRIDGE_FDB, "[]\n").gaps()).isEmpty();
  }

  @Test
  void routing_rules_in_both_forms() {
    Parsed json =
        Parsed.of(
            Source.IP_RULE,
            """
            [{"priority":0,"src":"all","table":"local"},
            {"priority":30200,"src":"10.0.0.5","table":"30200"},
            {"priority":99,"not":null,"src":"all","fwmark":"0xca6c","table":"51820"}]
            """);
    Parsed text =
        Parsed.of(
            Source.IP_RULE,
            """
            0:\tfrom all lookup local
            30200:\tfrom 10.0.0.5 lookup 30200
            99:\tnot from all fwmark 0xca6c lookup 51820
            """);
    assertThat(json.gaps()).isEmpty();
    assertThat(text.gaps()).isEmpty();
    assertThat(text.texts())
        .containsExactly(
            "0: from all lookup local",
            "30200: from 10.0.0.5/32 lookup 30200",
            "99: from all not fwmark 0xca6c lookup 51820");
    assertThat(json.texts())
        .containsExactly(
            "0: from all lookup local",
            "30200: from 10.0.0.5/32 lookup 30200",
            "99: from all fwmark 0xca6c not lookup 51820");
  }

  @Test
  void connections_with_names_and_without() {
    assertThat(Parsed.of(Source.CONNTRACK, "22\n262144\n").texts())
        .isEqualTo(
            Parsed.of(
                    Source.CONNTRACK,
                    """
                    net.netfilter.nf_conntrack_max = 262144
                    net.netfilter.nf_conntrack_count = 22
                    """)
                .texts())
        .containsExactly("nf_conntrack: 22 of 262144 entries");
    assertThat(Parsed.of(Source.CONNTRACK, "22\n").gaps()).hasSize(1);
  }

  @Test
  void offloads_of_a_link_that_is_not_there_are_none() {
    assertThat(
            Parsed.of(
                    Source.ETHTOOL,
                    "Features for flannel.1:\nrx-checksumming: on\n\ttx-checksum-ipv4: off [fixed]\n")
                .texts())
        .containsExactly(
            "flannel.1 rx-checksumming: on", "flannel.1 tx-checksum-ipv4: off [fixed]");
    Parsed none = Parsed.of(Source.ETHTOOL, "netlink error: no device matches name (offset 24)\n");
    assertThat(none.facts()).isEmpty();
    assertThat(none.gaps()).isEmpty();
  }

  @Test
  void modules_that_could_not_be_listed_are_a_gap() {
    assertThat(Parsed.of(Source.LSMOD, "Module  Size  Used by\nvxlan  155648  0\n").texts())
        .containsExactly("module vxlan is loaded");
    assertThat(
            Parsed.of(Source.LSMOD, "libkmod: ERROR …\nError: could not get list of modules\n")
                .gaps())
        .containsExactly(
            "2: expected the header of lsmod, found \"Error: could not get list of modules\"");
  }

  @Test
  void version_of_iptables() {
    assertThat(Parsed.of(Source.IPTABLES_VERSION, "iptables v1.8.9 (nf_tables)\n").texts())
        .containsExactly("iptables v1.8.9 (nf_tables)");
    assertThat(Parsed.of(Source.IPTABLES_VERSION, "iptables v1.6.1\n").texts())
        .containsExactly("iptables v1.6.1");
  }

  @Test
  void what_flannel_and_cni_are_told() {
    assertThat(
            Parsed.of(
                    Source.FLANNEL_SUBNET,
                    """
                    FLANNEL_NETWORK=10.42.0.0/16
                    FLANNEL_SUBNET=10.42.3.1/24
                    FLANNEL_MTU=1450
                    FLANNEL_IPMASQ=true
                    """)
                .texts())
        .containsExactly("FLANNEL_SUBNET=10.42.3.1/24 of 10.42.0.0/16, MTU 1450");
    assertThat(
            Parsed.of(
                    Source.FLANNEL_CONFIG,
                    "{\n\"Network\": \"10.42.0.0/16\",\n\"Backend\": {\n\"Type\": \"vxlan\"\n}\n}\n")
                .texts())
        .containsExactly("flannel: network 10.42.0.0/16, backend vxlan");
  }

  @Test
  void cni_configuration_that_was_renamed_is_not_looked_at() {
    String content =
        "{\"name\":\"cbr0\",\"plugins\":[{\"type\":\"flannel\"},{\"type\":\"portmap\"}]}";
    String folder = "/var/lib/rancher/k3s/agent/etc/cni/net.d/";
    assertThat(cni(folder + "10-flannel.conflist", content))
        .isEqualTo(folder + "10-flannel.conflist: flannel, portmap");
    assertThat(cni(folder + "10-flannel.conflist.off", content))
        .isEqualTo(folder + "10-flannel.conflist.off: not a configuration that containerd takes");
  }

  private static String cni(String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return Parsed.of(Source.CNI_CONFIG, "nodes/w1/files" + path, bytes).texts().get(0);
  }
}
