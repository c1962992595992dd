package io.kwhy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedRemediesTest {
  private static FlowVerdict verdict(String flow, String from, String verdict, String command) {
    Remedy remedy =
        command.isEmpty() ? Remedy.NONE : new Remedy(command, "opens it", "keep it", "grep");
    return new FlowVerdict(
        flow,
        "8472/udp",
        from,
        "w1",
        /* answer= */ false,
        "w1",
        verdict,
        "INPUT",
        "filter",
        "INPUT",
        ":INPUT DROP",
        true,
        "",
        remedy,
        new Origin("nodes/w1/commands/iptables-save.txt", 3));
  }

  private static List<String> commands(Fact... facts) {
    return SharedRemedies.shared(List.of(facts)).stream()
        .map(fact -> ((FlowVerdict) fact).remedy().command())
        .toList();
  }

  private static String accept(String address) {
    return "iptables -t filter -A INPUT -s " + address + " -p udp --dport 8472 -j ACCEPT";
  }

  @Test
  void all_that_are_cut_off_alike_are_accepted() {
    String both = accept("192.0.2.1") + "\n" + accept("192.0.2.3");

    assertThat(
            commands(
                verdict("vxlan", "s1", "dropped", accept("192.0.2.1")),
                verdict("vxlan", "w2", "rejected", accept("192.0.2.3"))))
        .containsExactly(both, both);
  }

  @Test
  void every_rule_that_ends_such_packets_is_taken_away() {
    assertThat(
            commands(
                    verdict("vxlan", "s1", "dropped", "iptables -D INPUT -s 192.0.2.1/32 -j DROP"),
                    verdict("vxlan", "w2", "dropped", "iptables -D INPUT -s 192.0.2.3/32 -j DROP"))
                .get(1))
        .isEqualTo(
            "iptables -D INPUT -s 192.0.2.1/32 -j DROP\niptables -D INPUT -s 192.0.2.3/32 -j DROP");
  }

  @Test
  void other_packets_and_those_that_pass_keep_what_they_have() {
    assertThat(
            commands(
                verdict("vxlan", "s1", "dropped", "a"),
                verdict("kubelet", "s1", "dropped", "b"),
                verdict("vxlan", "s1", "diverted", "c"),
                verdict("vxlan", "w2", "accepted", "")))
        .containsExactly("a", "b", "c", "");
  }
}
