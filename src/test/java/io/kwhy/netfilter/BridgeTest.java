package io.kwhy.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.netfilter.nft.NftText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chains that see frames: those of a bridge, and those at its ports. */
class BridgeTest {
  private static final Packet FROM_POD =
      Packet.tcp("10.42.1.9", 40_000, "10.42.0.9", 80).arrivingOn("cni0");
  private static final Packet TO_POD =
      Packet.tcp("10.42.0.9", 40_000, "10.42.1.9", 80).arrivingOn("flannel.1");
  private static final Packet BESIDE =
      Packet.tcp("10.42.1.9", 40_000, "10.42.1.8", 80).arrivingOn("cni0");

  private static Firewall with(String... lines) {
    HostNetwork host =
        TestHost.network().bridge("cni0", List.of("veth1", "veth2")).forwarding(Truth.YES).build();
    String text = String.join("\n", lines);
    return new Firewall(Ruleset.of(List.of(new NftText("nft.txt").read(text))), host);
  }

  private static Firewall bridge(String hook, String rule) {
    return with(
        "table bridge guard {",
        "chain c {",
        "type filter hook " + hook + " priority filter; policy accept;",
        rule,
        "}",
        "}");
  }

  @Test
  void chain_of_a_bridge_ends_what_comes_up_from_it() {
    Firewall firewall = bridge("input", "ip saddr 10.42.0.0/16 drop");

    assertThat(firewall.receive(FROM_POD).verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(firewall.receive(FROM_POD).deciding().line()).isEqualTo(4);
    assertThat(firewall.receive(TO_POD).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(firewall.bridge(BESIDE).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void chain_of_a_bridge_ends_what_goes_out_by_it() {
    Firewall firewall = bridge("postrouting", "ether type ip tcp dport 80 drop");

    assertThat(firewall.receive(TO_POD).verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(firewall.receive(FROM_POD).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(firewall.bridge(BESIDE).verdict()).isEqualTo(Verdict.DROPPED);
  }

  @Test
  void frames_between_ports_meet_the_hook_forward() {
    Firewall firewall = bridge("forward", "ip daddr 10.42.1.8 drop");

    assertThat(firewall.bridge(BESIDE).verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(firewall.receive(TO_POD).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void port_of_the_bridge_that_a_pod_has_is_not_known() {
    Firewall firewall = bridge("input", "iifname \"veth1\" drop");

    assertThat(firewall.receive(FROM_POD).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void chain_at_some_ports_leaves_it_open_and_one_at_all_decides() {
    String rule = "ip daddr 10.42.0.0/16 drop";
    String one = "type filter hook ingress device \"veth1\" priority 0; policy accept;";
    String all = "type filter hook ingress devices = { \"veth1\", \"veth2\" } priority 0;";

    assertThat(
            with("table netdev g {", "chain c {", one, rule, "}", "}").receive(FROM_POD).verdict())
        .isEqualTo(Verdict.UNDETERMINED);
    assertThat(
            with("table netdev g {", "chain c {", all, rule, "}", "}").receive(FROM_POD).verdict())
        .isEqualTo(Verdict.DROPPED);
  }

  /** As some releases print them. */
  @Test
  void devices_without_quotes_are_devices() {
    String ports =
        "type filter hook ingress devices = { veth1, veth2 } priority filter; policy drop;";
    Firewall firewall = with("table netdev g {", "chain c {", ports, "}", "}");

    assertThat(firewall.receive(FROM_POD).verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(firewall.receive(TO_POD).verdict()).isEqualTo(Verdict.ACCEPTED);
  }
}
