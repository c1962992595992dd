package io.kwhy.netfilter.nft;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.netfilter.Captured;
import io.kwhy.netfilter.Family;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.HostNetwork;
import io.kwhy.netfilter.Outcome;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Ruleset;
import io.kwhy.netfilter.Truth;
import io.kwhy.netfilter.Verdict;
import io.kwhy.netfilter.iptables.IptablesSave;
import java.util.List;
import org.junit.jupiter.api.Test;

class NftTextTest {
  private static final Packet VXLAN =
      Packet.udp("172.31.77.1", 40_000, "172.31.77.3", 8472).arrivingOn("eth0");

  private static Outcome judged(Captured... files) {
    HostNetwork host =
        HostNetwork.builder()
            .address("eth0", "172.31.77.3/24")
            .route("172.31.77.0/24", "", "eth0")
            .forwarding(Truth.YES)
            .build();
    return new Firewall(Ruleset.of(List.of(files)), host).receive(VXLAN);
  }

  @Test
  void json_of_two_listings_one_behind_the_other_loses_no_rule() {
    String table = "{\"table\":{\"family\":\"ip\",\"name\":\"f\"}}";
    String chain =
        "{\"chain\":{\"family\":\"ip\",\"table\":\"f\",\"name\":\"in\",\"type\":\"filter\",\"hook\":\"input\",\"prio\":0,\"policy\":\"accept\"}}";
    String rule =
        "{\"rule\":{\"family\":\"ip\",\"table\":\"f\",\"chain\":\"in\",\"expr\":[{\"drop\":null}]}}";
    String json = "{\"nftables\":[" + String.join(",", table, chain, rule, table, chain) + "]}";

    assertThat(judged(new NftJson("nft.json").read(json)).verdict()).isEqualTo(Verdict.DROPPED);
  }

  private static Captured nft(String... rules) {
    return new NftText("nft-ruleset.txt")
        .read(
            """
            table inet filter {
            	set peers {
            		type ipv4_addr
            		elements = { 172.31.77.1,
            			     172.31.77.2 }
            	}

            	chain input {
            		type filter hook input priority filter; policy accept;
            		%s
            	}

            	chain other {
            		drop
            	}
            }
            """
                .formatted(String.join("\n\t\t", rules)));
  }

  @Test
  void control_characters_of_a_damaged_file_are_no_words_without_end() {
    assertThat(judged(nft("udp dport \0\f8472 counter\u0001drop")).verdict())
        .isEqualTo(Verdict.DROPPED);
  }

  @Test
  void dropping_rule_is_named_with_its_line_and_text() {
    Outcome outcome = judged(nft("ct state established accept", "udp dport 8472 counter drop"));

    assertThat(outcome.verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(outcome.deciding().line()).isEqualTo(11);
    assertThat(outcome.deciding().text()).isEqualTo("udp dport 8472 counter drop");
    assertThat(outcome.deciding().chain()).isEqualTo("input");
  }

  @Test
  void what_a_rule_sets_matters_if_the_way_depends_on_it() {
    assertThat(judged(nft("meta priority set 1:1", "ip dscp set cs1")).verdict())
        .isEqualTo(Verdict.ACCEPTED);
    assertThat(judged(nft("ip daddr set 10.0.0.9")).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void set_that_grows_only_under_a_rate_may_hold_or_not() {
    assertThat(judged(nft("add @seen { ip saddr } drop")).verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(judged(nft("add @seen { ip saddr limit rate over 3/second } drop")).verdict())
        .isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void elements_of_a_set_on_several_lines_are_read() {
    assertThat(judged(nft("ip saddr @peers udp dport { 4789, 8472 } jump other")).verdict())
        .isEqualTo(Verdict.DROPPED);
    assertThat(judged(nft("ip saddr != @peers drop")).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void expression_that_is_not_known_leaves_the_rule_open() {
    assertThat(judged(nft("socket wildcard 1 drop")).verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(judged(nft("meta cpu 3 udp dport 8472 drop")).verdict())
        .isEqualTo(Verdict.UNDETERMINED);
    assertThat(judged(nft("meta cpu 3 udp dport 53 drop")).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void statement_that_is_not_known_is_never_skipped() {
    assertThat(judged(nft("tproxy to :8080")).verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(judged(nft("XT target MASQUERADE not found")).verdict())
        .isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void policy_that_drops_is_named() {
    Captured captured =
        new NftText("x")
            .read(
                """
                table ip t {
                  chain in { type filter hook input priority -5; policy drop; }
                }
                """);

    assertThat(judged(captured).verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(judged(captured).deciding().line()).isEqualTo(2);
  }

  @Test
  void priority_that_is_no_number_is_taken_as_none() {
    String hook = "type filter hook input priority filter + 99999999999999; policy drop;";
    Captured captured = new NftText("x").read("table ip t {\nchain in {\n" + hook + "\n}\n}\n");

    assertThat(judged(captured).verdict()).isEqualTo(Verdict.DROPPED);
  }

  @Test
  void table_that_iptables_keeps_in_nftables_is_not_judged_twice() {
    Captured saved =
        new IptablesSave("iptables-save.txt", Family.IP)
            .read(
                """
                # Generated by iptables-save v1.8.9 (nf_tables)
                *filter
                :INPUT ACCEPT [0:0]
                COMMIT
                """);
    Captured listed =
        new NftText("nft-ruleset.txt")
            .read(
                """
                table ip filter {
                  chain INPUT {
                    type filter hook input priority filter; policy accept;
                    xt match physdev counter packets 0 bytes 0 drop
                  }
                }
                """);

    assertThat(judged(saved, listed).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(judged(listed).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void chain_at_ingress_sees_its_own_devices_only() {
    String table =
        """
        table netdev t {
          chain in { type filter hook ingress device "%s" priority -500; policy accept;
            udp dport 8472 drop
          }
        }
        """;

    assertThat(judged(new NftText("x").read(table.formatted("eth0"))).verdict())
        .isEqualTo(Verdict.DROPPED);
    assertThat(judged(new NftText("x").read(table.formatted("eth1"))).verdict())
        .isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void dormant_table_is_not_asked() {
    Captured captured =
        new NftText("x")
            .read(
                """
                table ip t {
                  flags dormant
                  chain in {
                    type filter hook input priority filter; policy drop;
                  }
                }
                """);

    assertThat(judged(captured).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void json_is_read_as_the_same_rules() {
    Captured captured =
        new NftJson("nft-ruleset.json")
            .read(
                """
                {"nftables":[{"metainfo":{"version":"1.0.6"}},
                {"table":{"family":"inet","name":"f","handle":1}},
                {"chain":{"family":"inet","table":"f","name":"in","handle":1,"type":"filter","hook":"input","prio":0,"policy":"accept"}},
                {"rule":{"family":"inet","table":"f","chain":"in","handle":2,"expr":[
                {"match":{"op":"==","left":{"payload":{"protocol":"udp","field":"dport"}},"right":{"set":[4789,{"range":[8000,9000]}]}}},
                {"counter":{"packets":1,"bytes":2}},{"drop":null}]}}]}
                """);

    assertThat(judged(captured).verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(judged(captured).deciding().text())
        .isEqualTo("udp dport == { 4789, 8000-9000 } counter drop # handle 2");
  }

  @Test
  void text_that_is_no_ruleset_gives_flaws_and_no_tables() {
    Captured captured = new NftText("x").read("Operation not permitted (you must be root)");

    assertThat(captured.tables()).isEmpty();
    assertThat(captured.flaws())
        .startsWith(new Captured.Flaw(1, "expected a table, found Operation"));
    assertThat(new NftJson("x").read("{\"nftables\": [").flaws())
        .containsExactly(new Captured.Flaw(1, "expected {\"nftables\": […]}"));
  }
}
