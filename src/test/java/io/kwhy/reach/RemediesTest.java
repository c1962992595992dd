package io.kwhy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.netfilter.Hook;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Step;
import io.kwhy.netfilter.Step.Sort;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemediesTest {
  private static final Flow TUNNEL =
      new Flow("vxlan", "8472/udp", "a", "b", Packet.udp("192.0.2.1", 40_000, "192.0.2.2", 8472));
  private static final Flow PODS =
      new Flow("pod-to-pod", "", "a", "b", Packet.tcp("10.42.0.9", 40_000, "10.42.1.9", 80));

  private static Step rule(String family, String chain, String text) {
    return step(Sort.RULE, family, chain, text);
  }

  private static Step step(Sort sort, String family, String chain, String text) {
    String source = "nodes/b/commands/" + (family.isEmpty() ? "iptables-save" : "nft") + ".txt";
    return new Step(
        sort, Hook.INPUT, family, "filter", chain, text, source, 7, 0, Optional.empty());
  }

  private static String command(Flow flow, Step step) {
    return Remedies.of(flow, step, "", "10.42.0.0/16").command();
  }

  @Test
  void rule_of_iptables_is_taken_away_as_it_was_written() {
    assertThat(
            command(
                TUNNEL, rule("", "INPUT", "-A INPUT -p udp -m comment --comment \"x y\" -j DROP")))
        .isEqualTo("iptables -t filter -D INPUT -p udp -m comment --comment \"x y\" -j DROP");
  }

  @Test
  void before_a_policy_pings_from_host_to_host_are_for_nobody_in_particular() {
    Flow ping = new Flow("host-echo", "icmp", "a", "b", Packet.ping("192.0.2.1", "192.0.2.2"));

    assertThat(command(ping, step(Sort.POLICY, "", "INPUT", ":INPUT DROP [0:0]"))).isNotEmpty();
  }

  @Test
  void native_rule_is_taken_away_by_its_handle() {
    assertThat(command(TUNNEL, rule("inet", "input", "udp dport 8472 drop # handle 12")))
        .isEqualTo("nft delete rule inet filter input handle 12");
  }

  @Test
  void handle_that_was_not_captured_is_asked_for() {
    assertThat(command(TUNNEL, rule("inet", "input", "udp dport 8472 drop")))
        .isEqualTo("nft -a list chain inet filter input");
  }

  @Test
  void before_a_policy_only_the_peer_is_accepted() {
    assertThat(command(TUNNEL, step(Sort.POLICY, "", "INPUT", ":INPUT DROP [0:0]")))
        .isEqualTo("iptables -t filter -A INPUT -s 192.0.2.1 -p udp --dport 8472 -j ACCEPT");
  }

  @Test
  void before_a_policy_pods_are_accepted_both_ways_and_nothing_else() {
    assertThat(command(PODS, step(Sort.POLICY, "inet", "forward", "type filter hook forward")))
        .isEqualTo(
            "nft add rule inet filter forward ip saddr 10.42.0.0/16 accept\n"
                + "nft add rule inet filter forward ip daddr 10.42.0.0/16 accept");
  }

  @Test
  void manager_of_the_rules_is_told_and_keeps_it() {
    assertThat(
            Remedies.of(TUNNEL, rule("inet", "filter_IN_public", "reject"), "firewalld", "x")
                .lastingCommand())
        .isEqualTo("firewall-cmd --permanent --add-port=8472/udp\nfirewall-cmd --reload");
    assertThat(command(TUNNEL, rule("", "INPUT", "-A INPUT --modprobe=/tmp/x -j DROP"))).isEmpty();
  }
}
