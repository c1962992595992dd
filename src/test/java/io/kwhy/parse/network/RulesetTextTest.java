package io.kwhy.parse.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.network.RulesetText;
import io.kwhy.parse.Parsed;
import org.junit.jupiter.api.Test;

class RulesetTextTest {
  private static final String WARNING =
      "# Warning: iptables-legacy tables present, use iptables-legacy-save to see them";

  private static String content(Parsed parsed) {
    return ((RulesetText) parsed.facts().get(0)).content();
  }

  @Test
  void rule_that_a_warning_came_into_is_put_together() {
    Parsed parsed =
        Parsed.of(
            Source.IPTABLES,
            "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p udp --dport 8472 -j DR"
                + WARNING
                + "\nOP\n-A INPUT -j Y\nCOMMIT\n");

    assertThat(parsed.gaps()).isEmpty();
    assertThat(content(parsed).lines())
        .containsExactly(
            "*filter",
            ":INPUT ACCEPT [0:0]",
            "-A INPUT -p udp --dport 8472 -j DROP",
            WARNING,
            "-A INPUT -j Y",
            "COMMIT");
  }

  @Test
  void table_without_its_end_is_a_gap() {
    assertThat(Parsed.of(Source.IPTABLES, "*nat\nCOMMIT\n*filter\n:A - [0:0]").gaps())
        .containsExactly("3: table filter ends without COMMIT");
    assertThat(Parsed.of(Source.IPTABLES, "*nat\n*filter\nCOMMIT\n").gaps())
        .containsExactly("1: table nat ends without COMMIT");
  }

  @Test
  void rules_whose_chain_is_not_there_are_one_gap() {
    String rules = "-A A -j ACCEPT\n[1:2] -A INPUT -j A\n-A INPUT -j DROP\n";

    assertThat(Parsed.of(Source.IPTABLES, "*filter\n:A - [0:0]\n" + rules + "COMMIT\n").gaps())
        .containsExactly("4: expected the chain of this rule before its first rule");
    assertThat(Parsed.of(Source.IPTABLES, "*filter\n:A - [0:0]\nCOMMIT\n*nat\n" + rules).gaps())
        .hasSize(3);
    assertThat(Parsed.of(Source.IPTABLES, "-P INPUT DROP\n" + rules).gaps()).isEmpty();
  }

  @Test
  void what_is_no_rule_is_one_gap() {
    assertThat(Parsed.of(Source.IPTABLES, "<html>\n<body>404</body>\n</html>\n").gaps())
        .containsExactly("1: expected a chain or a rule, found something else");
  }

  @Test
  void rules_of_nft_are_whole_where_all_braces_close() {
    String comment = "table ip x {\nchain c {\ncounter comment \"a { b\" # }\n}\n}\n";

    assertThat(Parsed.of(Source.NFT, comment).gaps()).isEmpty();
    assertThat(Parsed.of(Source.NFT, comment.substring(0, 30)).gaps()).hasSize(1);
    assertThat(Parsed.of(Source.NFT, "{\"nftables\":[{\"rule\":{}}").gaps()).hasSize(1);
    assertThat(Parsed.of(Source.NFT, "").gaps()).isEmpty();
  }

  @Test
  void json_of_nft_is_whole_though_it_is_one_long_line() {
    String rule = "{\"counter\":{\"comment\":\"é # {\"}},";
    String json = "{\"nftables\":[" + rule.repeat(10_000) + "{}]}\n";

    Parsed whole = Parsed.of(Source.NFT, json);

    assertThat(whole.gaps()).isEmpty();
    assertThat(content(whole)).isEqualTo(json);
    assertThat(Parsed.of(Source.NFT, json.substring(0, 200_000)).gaps()).hasSize(1);
  }

  @Test
  void json_that_is_none_of_nft_or_lacks_a_chain_is_a_gap() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    String rule =
        "{\"rule\":{\"family\":\"ip\",\"table\":\"f\",\"chain\":\"lost\",\"expr\":[{\"drop\":null}]}}";

    assertThat(Parsed.of(Source.NFT, "{\"nftables\":" + deep + "}\n").gaps()).hasSize(1);
    assertThat(Parsed.of(Source.NFT, "{\"nftables\":[" + rule + "]}\n").gaps())
        .singleElement()
        .asString()
        .contains("chain ip f lost");
  }
}
