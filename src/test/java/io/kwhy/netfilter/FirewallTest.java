package io.kwhy.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.netfilter.Connection.State;
import io.kwhy.netfilter.iptables.IpsetList;
import io.kwhy.netfilter.iptables.IptablesSave;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FirewallTest {

  private static final Packet VXLAN =
      Packet.udp("172.31.77.1", 40000, "172.31.77.3", 8472).arrivingOn("eth0");
  private static final Packet POD_TO_SERVICE =
      Packet.tcp("10.42.1.5", 40000, "10.43.79.170", 80).arrivingOn("cni0");

  private static HostNetworkBuilder w2() {
    return HostNetwork.builder()
        .address("lo", "127.0.0.1/8")
        .address("eth0", "172.31.77.3/24")
        .address("cni0", "10.42.1.1/24")
        .route("default", "172.31.77.254", "eth0")
        .route("172.31.77.0/24", "", "eth0")
        .route("10.42.1.0/24", "", "cni0")
        .route("10.42.0.0/24", "10.42.0.0", "flannel.1")
        .forwarding(Truth.YES);
  }

  private static Firewall firewall(String... lines) {
    return firewall(w2(), lines);
  }

  private static Firewall firewall(HostNetworkBuilder host, String... lines) {
    Captured rules =
        new IptablesSave("iptables-save.txt", Family.IP).read(String.join("\n", lines));
    return new Firewall(Ruleset.of(List.of(rules)), host.build());
  }

  private static Firewall filter(String... rules) {
    return firewall(
        "*filter",
        ":INPUT ACCEPT [0:0]",
        ":FORWARD ACCEPT [0:0]",
        ":OUTPUT ACCEPT [0:0]",
        ":A - [0:0]",
        ":B - [0:0]",
        String.join("\n", rules),
        "COMMIT");
  }

  @Test
  void packet_from_an_address_of_the_host_itself_does_not_come_in() {
    Packet martian = Packet.tcp("172.31.77.3", 40_000, "10.42.1.5", 80).arrivingOn("eth0");

    assertThat(filter().receive(martian).verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(filter().receive(martian).deciding().text())
        .isEqualTo("172.31.77.3 is an address of this host itself");
  }

  @Test
  void dropped_vxlan_names_rule_and_line() {
    Outcome outcome = filter("-A INPUT -p udp -m udp --dport 8472 -j DROP").receive(VXLAN);

    assertThat(outcome.verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(outcome.deciding().text()).isEqualTo("-A INPUT -p udp -m udp --dport 8472 -j DROP");
    assertThat(outcome.deciding().line()).isEqualTo(7);
    assertThat(outcome.deciding().source()).isEqualTo("iptables-save.txt");
  }

  @Test
  void rule_that_surely_drops_is_named_before_one_that_may() {
    Outcome outcome =
        filter(
                "-A INPUT -m string --string x --algo bm -j DROP",
                "-A INPUT -p udp -m udp --dport 8472 -j DROP")
            .receive(VXLAN);

    assertThat(outcome.verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(outcome.deciding().text()).isEqualTo("-A INPUT -p udp -m udp --dport 8472 -j DROP");
  }

  @Test
  @Timeout(60)
  void rules_without_number_that_nobody_can_judge_leave_a_verdict_open() {
    String[] rules = new String[50_000];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = "-A INPUT -m string --string " + i + " --algo bm -j DROP";
    }

    assertThat(filter(rules).receive(VXLAN).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  @Timeout(60)
  void a_long_chain_that_many_rules_jump_to_is_not_gone_through_without_end() {
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < 15_000; i++) {
      rules.add("-A INPUT -j A");
      rules.add("-A A -p udp -m udp --dport 53 -j DROP");
    }

    assertThat(filter(rules.toArray(String[]::new)).receive(VXLAN).verdict())
        .isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void policy_that_drops_is_named_with_the_line_that_sets_it() {
    Outcome outcome = firewall("*filter", ":INPUT DROP [3:180]", "COMMIT").receive(VXLAN);

    assertThat(outcome.verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(outcome.deciding().sort()).isEqualTo(Step.Sort.POLICY);
    assertThat(outcome.deciding().text()).isEqualTo(":INPUT DROP [3:180]");
    assertThat(outcome.deciding().line()).isEqualTo(2);
  }

  @Test
  void return_in_a_chain_goes_back_and_goto_does_not() {
    String[] chains = {"-A A -p udp -j RETURN", "-A INPUT -j DROP"};

    assertThat(filter("-A INPUT -j A", chains[0], chains[1]).receive(VXLAN).verdict())
        .isEqualTo(Verdict.DROPPED);
    assertThat(filter("-A INPUT -g A", chains[0], chains[1]).receive(VXLAN).verdict())
        .isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void unknown_match_that_decides_leaves_it_open() {
    Outcome outcome = filter("-A INPUT -m u32 --u32 \"0>>22&0x3C@0=0x1\" -j DROP").receive(VXLAN);

    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(outcome.deciding().line()).isEqualTo(7);
    assertThat(outcome.ways())
        .extracting(Way::verdict)
        .containsExactly(Verdict.DROPPED, Verdict.ACCEPTED);
  }

  @Test
  void unknown_match_that_changes_nothing_leaves_the_verdict_certain() {
    Outcome outcome =
        filter(
                "-A INPUT -m limit --limit 3/min -j LOG",
                "-A INPUT -m recent --rcheck --name x --rsource -j A",
                "-A A -j DROP",
                "-A INPUT -p udp -j DROP")
            .receive(VXLAN);

    assertThat(outcome.verdict()).isEqualTo(Verdict.DROPPED);
  }

  @Test
  void chains_that_jump_twice_to_the_next_do_not_take_for_ever() {
    List<String> lines = new ArrayList<>(List.of("-A INPUT -j E0"));
    for (int i = 0; i < 40; i++) {
      String next = "E" + (i + 1);
      lines.add("-A E" + i + " -m statistic --mode random --probability 0.5 -j " + next);
      lines.add("-A E" + i + " -j " + next);
    }
    lines.add("-A E40 -p udp -m statistic --mode random --probability 0.5 -j LOG");

    Outcome outcome = filter(lines.toArray(String[]::new)).receive(VXLAN);

    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void unknown_target_is_never_skipped() {
    Outcome outcome =
        filter("-A INPUT -j NFQUEUE --queue-num 0", "-A INPUT -j ACCEPT").receive(VXLAN);

    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(outcome.deciding().line()).isEqualTo(7);
  }

  @Test
  void unread_rule_is_kept_as_unknown_and_told() {
    Captured captured =
        new IptablesSave("x", Family.IP)
            .read("*filter\n:INPUT ACCEPT\n-A INPUT -s nonsense -j DROP");

    assertThat(captured.flaws()).hasSize(1);
    assertThat(new Firewall(Ruleset.of(List.of(captured)), w2().build()).receive(VXLAN).verdict())
        .isEqualTo(Verdict.UNDETERMINED);
  }

  private static final String[] SERVICE = {
    "*nat",
    ":PREROUTING ACCEPT [0:0]",
    ":POSTROUTING ACCEPT [0:0]",
    ":KUBE-SERVICES - [0:0]",
    ":KUBE-SVC - [0:0]",
    ":KUBE-SEP-1 - [0:0]",
    ":KUBE-SEP-2 - [0:0]",
    ":KUBE-MARK-MASQ - [0:0]",
    "-A PREROUTING -m comment --comment \"kubernetes service portals\" -j KUBE-SERVICES",
    "-A KUBE-SERVICES -d 10.43.79.170/32 -p tcp -m tcp --dport 80 -j KUBE-SVC",
    "-A KUBE-SVC ! -s 10.42.0.0/16 -j KUBE-MARK-MASQ",
    "-A KUBE-SVC -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP-1",
    "-A KUBE-SVC -j KUBE-SEP-2",
    "-A KUBE-SEP-1 -p tcp -m tcp -j DNAT --to-destination 10.42.1.9:8080",
    "-A KUBE-SEP-2 -p tcp -m tcp -j DNAT --to-destination 10.42.0.3:8080",
    "-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000",
    "-A POSTROUTING -m mark --mark 0x4000/0x4000 -j MASQUERADE --random-fully",
    "COMMIT"
  };

  @Test
  void every_endpoint_of_a_service_is_a_way() {
    Outcome outcome = firewall(SERVICE).receive(POD_TO_SERVICE);

    assertThat(outcome.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(outcome.ways())
        .extracting(
            way ->
                way.packet().header().destination()
                    + ":"
                    + way.packet().header().destinationPort()
                    + " "
                    + way.packet().devices().out().name()
                    + " "
                    + way.gateway())
        .containsExactly("10.42.1.9:8080 cni0 ", "10.42.0.3:8080 flannel.1 10.42.0.0");
  }

  @Test
  void marked_packet_is_masqueraded_with_the_address_of_its_way_out() {
    Outcome outcome =
        firewall(SERVICE)
            .receive(Packet.tcp("172.31.77.9", 40000, "10.43.79.170", 80).arrivingOn("eth0"));

    assertThat(outcome.first().packet().header().source()).isEqualTo(IpAddress.of("10.42.1.1"));
    assertThat(outcome.first().packet().header().sourcePort()).isEqualTo(-1);
  }

  @Test
  void one_dropped_endpoint_leaves_the_service_undetermined() {
    List<String> lines = new ArrayList<>(List.of(SERVICE));
    lines.addAll(
        List.of("*filter", ":FORWARD ACCEPT", "-A FORWARD -o flannel.1 -j DROP", "COMMIT"));
    Outcome outcome = firewall(lines.toArray(String[]::new)).receive(POD_TO_SERVICE);

    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(outcome.deciding().sort()).isEqualTo(Step.Sort.CHANCE);
    assertThat(outcome.ways())
        .extracting(Way::verdict)
        .containsExactlyInAnyOrder(Verdict.DROPPED, Verdict.ACCEPTED);
  }

  @Test
  void raw_rules_come_before_connection_tracking() {
    String[] raw = {
      "*raw", ":PREROUTING ACCEPT", "-A PREROUTING -m conntrack --ctstate NEW -j DROP"
    };

    assertThat(firewall(raw).receive(VXLAN).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void answers_are_accepted_by_state() {
    Firewall firewall =
        filter("-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT", "-A INPUT -j DROP");

    assertThat(firewall.receive(VXLAN.in(State.ESTABLISHED)).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(firewall.receive(VXLAN).verdict()).isEqualTo(Verdict.DROPPED);
  }

  @Test
  void host_that_does_not_forward_drops_before_its_rules() {
    Outcome outcome =
        firewall(w2().forwarding(Truth.NO), "*filter", ":FORWARD ACCEPT", "COMMIT")
            .receive(Packet.udp("10.42.0.9", 1, "10.42.1.9", 53).arrivingOn("flannel.1"));

    assertThat(outcome.verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(outcome.deciding().text()).isEqualTo("the host does not forward");
  }

  @Test
  void unknown_forwarding_leaves_it_open() {
    Outcome outcome =
        firewall(w2().forwarding(Truth.UNKNOWN))
            .receive(Packet.udp("10.42.0.9", 1, "10.42.1.9", 53).arrivingOn("flannel.1"));

    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void members_of_sets_decide_and_unseen_ones_leave_it_open() {
    String[] lines = {
      "*filter", ":INPUT ACCEPT", "-A INPUT -m set --match-set denied src,dst -j DROP", "COMMIT"
    };
    HostNetworkBuilder seen = w2();
    IpsetList.read("create denied hash:net,port family inet\nadd denied 172.31.77.0/24,udp:8472")
        .forEach(seen::set);
    HostNetworkBuilder unseen = w2();
    IpsetList.read("Name: denied\nType: hash:net,port\nHeader: family inet\nNumber of entries: 1")
        .forEach(unseen::set);

    assertThat(firewall(seen, lines).receive(VXLAN).verdict()).isEqualTo(Verdict.DROPPED);
    assertThat(firewall(unseen, lines).receive(VXLAN).verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(firewall(w2(), lines).receive(VXLAN).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void member_of_a_set_with_a_port_that_is_none_leaves_it_open() {
    HostNetworkBuilder host = w2();
    IpsetList.read(
            "create denied hash:net,port family inet\nadd denied 172.31.77.0/24,udp:"
                + "9".repeat(30))
        .forEach(host::set);

    String drop = "-A INPUT -m set --match-set denied src,dst -j DROP";

    assertThat(firewall(host, "*filter", ":INPUT ACCEPT", drop).receive(VXLAN).verdict())
        .isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  @Timeout(60)
  void lists_of_sets_that_hold_one_another_leave_it_open() {
    StringBuilder sets = new StringBuilder();
    for (int list = 0; list < 30; list++) {
      sets.append("create l").append(list).append(" list:set size 8\n");
      for (int member = 0; member < 30; member++) {
        sets.append("add l").append(list).append(" l").append(member).append('\n');
      }
    }
    HostNetworkBuilder host = w2();
    IpsetList.read(sets.toString()).forEach(host::set);

    String drop = "-A INPUT -m set --match-set l0 src -j DROP";

    assertThat(firewall(host, "*filter", ":INPUT ACCEPT", drop).receive(VXLAN).verdict())
        .isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void packet_of_the_host_itself_to_a_service_leaves_by_the_endpoints_route() {
    Outcome outcome =
        firewall(
                "*nat",
                ":OUTPUT ACCEPT",
                "-A OUTPUT -d 10.43.0.10/32 -p udp -j DNAT --to-destination 10.42.0.2:53",
                "COMMIT")
            .send(Packet.udp("172.31.77.3", 40000, "10.43.0.10", 53));

    assertThat(outcome.first().packet().devices().out()).isEqualTo(Device.named("flannel.1"));
    assertThat(outcome.first().end()).isEqualTo(Way.End.SENT_ON);
  }

  @Test
  void out_device_that_is_not_known_leaves_its_rules_open() {
    HostNetworkBuilder host =
        HostNetwork.builder().address("eth0", "172.31.77.3/24").forwarding(Truth.YES);
    Outcome outcome =
        firewall(host, "*filter", ":FORWARD ACCEPT", "-A FORWARD -o cni0 -j DROP")
            .receive(Packet.udp("10.42.0.9", 1, "10.42.1.9", 53).arrivingOn("flannel.1"));

    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDETERMINED);
  }
}
