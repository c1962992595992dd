package io.kwhy.reach.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kwhy.Captures;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.network.FlannelConfig;
import io.kwhy.fact.network.Route;
import io.kwhy.fact.node.Sysctl;
import io.kwhy.parse.FactReader;
import io.kwhy.rule.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PathsTest {
  private static final Path TWO_NODES = Path.of("src/test/resources/io/kwhy/reach/two-nodes");
  private static final String DNS = "svc/kube-system/kube-dns:53/udp";

  private static List<Fact> facts(Path bundle) throws Exception {
    try (Bundle read = BundleReader.read(List.of(bundle))) {
      return new FactReader(RuleBook.builtIn().signals()).read(read);
    }
  }

  private static List<Fact> captured(String name) throws Exception {
    return facts(Captures.dir().resolve(name + ".tar.gz"));
  }

  /** A question to the cluster's DNS from some pod on a node that is not CoreDNS itself. */
  private static PacketPath question(List<Fact> facts, String node) throws Exception {
    Pod pod =
        facts.stream()
            .filter(Pod.class::isInstance)
            .map(Pod.class::cast)
            .filter(p -> p.node().equals(node) && !p.hostNetwork() && !p.podIp().isEmpty())
            .filter(p -> !p.over() && !p.name().startsWith("coredns"))
            .findFirst()
            .orElseThrow();
    return Paths.trace(facts, "pod/" + pod.namespace() + "/" + pod.name(), DNS);
  }

  private static String decided(PacketPath path) {
    Hop last = path.courses().get(0).last();
    Decision decision = last.decisions().get(last.decisions().size() - 1);
    return last.node() + " " + decision.text() + " " + decision.origin();
  }

  @Test
  void question_arrives_and_the_answer_is_dropped_in_the_tunnel() throws Exception {
    PacketPath path = Paths.trace(facts(TWO_NODES), "pod/default/bb-g8rl9", DNS);

    assertThat(path.fate()).isEqualTo(Fate.DROPPED);
    assertThat(decided(path))
        .isEqualTo(
            "w2 -A INPUT -p udp -m udp --dport 8472 -j DROP"
                + " nodes/w2/commands/iptables-save.txt:25");
    assertThat(path.courses().get(0).hops())
        .extracting(hop -> hop.answer() + " " + hop.node() + " " + hop.layer())
        .containsExactly(
            "false w2 packet",
            "false w2 vxlan",
            "false s1 vxlan",
            "false s1 packet",
            "true s1 packet",
            "true s1 vxlan",
            "true w2 vxlan");
  }

  @Test
  void node_reaches_the_server_directly() throws Exception {
    PacketPath path = Paths.trace(facts(TWO_NODES), "w2", "s1:6443");

    assertThat(path.fate()).isEqualTo(Fate.ARRIVES);
  }

  @Test
  void packet_to_the_world_leaves_masqueraded() throws Exception {
    PacketPath path = Paths.trace(facts(TWO_NODES), "pod/default/bb-n4tkd", "192.0.2.10:443");

    assertThat(path.fate()).isEqualTo(Fate.LEAVES);
    assertThat(path.courses().get(0).last().before()).isEqualTo("tcp 172.31.77.1 → 192.0.2.10:443");
  }

  @Test
  void pod_that_asks_itself_is_seen_by_no_host() throws Exception {
    List<Fact> facts = facts(TWO_NODES);

    for (String self : List.of("pod/default/bb-n4tkd:80", "127.0.0.1:80")) {
      PacketPath path = Paths.trace(facts, "pod/default/bb-n4tkd", self);
      assertThat(path.courses().get(0).hops()).hasSize(1);
      assertThat(path.courses().get(0).last().note()).startsWith("stays in the pod");
    }
    assertThat(Paths.trace(facts, "w2", "127.0.0.1:80").to()).isEqualTo("127.0.0.1, 80/tcp");
  }

  @Test
  void setting_that_was_not_captured_leaves_it_open() throws Exception {
    List<Fact> facts = facts(TWO_NODES).stream().filter(fact -> !(fact instanceof Sysctl)).toList();

    PacketPath path = Paths.trace(facts, "pod/default/bb-n4tkd", "192.0.2.10:443");

    assertThat(path.courses()).extracting(Course::fate).contains(Fate.UNDETERMINED, Fate.LEAVES);
    assertThat(path.courses()).extracting(Course::fate).doesNotContain(Fate.DROPPED);
  }

  @Test
  void routes_that_were_not_captured_leave_it_open() throws Exception {
    List<Fact> facts = facts(TWO_NODES).stream().filter(fact -> !(fact instanceof Route)).toList();

    PacketPath path = Paths.trace(facts, "pod/default/bb-g8rl9", DNS);

    assertThat(path.fate()).isEqualTo(Fate.UNDETERMINED);
    assertThat(path.courses().get(0).last().node()).isEqualTo("w2");
  }

  @Test
  void pod_address_that_no_node_has_is_lost() throws Exception {
    List<Fact> facts = new ArrayList<>(facts(TWO_NODES));
    facts.add(
        new FlannelConfig("s1", "10.42.0.0/16", "", "vxlan", 0, new Origin("net-conf.json", 1)));

    assertThat(Paths.trace(facts, "pod/default/bb-n4tkd", "10.42.77.5").fate())
        .isEqualTo(Fate.LOST);
  }

  @Test
  void end_that_is_not_there_is_told_with_those_that_are() throws Exception {
    List<Fact> facts = facts(TWO_NODES);

    assertThatThrownBy(() -> Paths.trace(facts, "pod/default/nosuch", "w2"))
        .isInstanceOf(UnknownEndException.class)
        .hasMessage(
            "no pod default/nosuch; there are, for one, [default/bb-g8rl9, default/bb-n4tkd]");
    assertThatThrownBy(() -> Paths.trace(facts, "w9", "w2"))
        .hasMessage("no node \"w9\", nor an address; there are [s1, w2]");
    assertThatThrownBy(() -> Paths.trace(facts, "w2", "svc/default/bb:81"))
        .hasMessage("Service default/bb: expected one of its ports [80/TCP], found \"81\"");
  }

  @Test
  @Tag("slow")
  void pods_of_a_healthy_cluster_reach_its_dns() throws Exception {
    for (String name :
        List.of(
            "v136-healthy", "v136-healthy-docker-forward-policy-w2", "v136-healthy-vpn-route-w2")) {
      List<Fact> facts = captured(name);
      for (String node : List.of("s1", "w1", "w2")) {
        assertThat(question(facts, node).fate()).as(name + " " + node).isEqualTo(Fate.ARRIVES);
      }
    }
  }

  @Test
  @Tag("slow")
  void rule_that_drops_is_named_in_recorded_faults() throws Exception {
    assertThat(decided(question(captured("v136-vxlan-mangle-drop-w2"), "w2")))
        .startsWith("w2 -A OUTPUT -p udp -m udp --dport 8472 -j DROP nodes/w2/");
    assertThat(decided(question(captured("v136-vxlan-raw-drop-s1"), "w1")))
        .startsWith("s1 -A PREROUTING -i eth0 -p udp -m udp --dport 8472 -j DROP nodes/s1/");
    assertThat(decided(question(captured("v136-vxlan-input-policy-drop-w1"), "w1")))
        .startsWith("w1 :INPUT DROP ");
    assertThat(decided(question(captured("v136-forward-drop-w1"), "w1")))
        .startsWith("w1 -A FORWARD -j DROP nodes/w1/");
    assertThat(decided(question(captured("v136-ip-forward-off-w1"), "w1")))
        .startsWith("w1 the host does not forward");
  }
}
