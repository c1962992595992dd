package io.kwhy.collect.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.draft.Draft;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EdgeTest {
  @Test
  void edge_is_a_call_of_the_script() {
    assertThat(new Edge("tcp", "tcp-kubelet", "w1 10.0.0.2:10250", "10.0.0.2", "10250").line())
        .isEqualTo("    tcp_probe tcp-kubelet 'w1 10.0.0.2:10250' '10.0.0.2' '10250'");
  }

  @Test
  void names_and_addresses_from_the_API_are_no_commands() {
    assertThat(new Edge("ping", "ping-node", "w1'; id #", "$(id)`id`\n", "").line())
        .isEqualTo("    ping_probe ping-node 'w1 id ' 'idid'");
    assertThat(Edge.into("default/a'b", "10.0.0.2;id"))
        .isEqualTo("  into 'default/ab' '10.0.0.2id'");
  }

  @Test
  void address_that_is_an_option_is_probed_by_nobody() throws Exception {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      draft.add(
          "cluster/nodes.json",
          """
          {"items":[
           {"metadata":{"name":"w2"},"spec":{"podCIDR":"-f x.42.1.0/24"},"status":{"addresses":[{"type":"InternalIP","address":"10.0.0.2"}]}},
           {"metadata":{"name":"w3"},"status":{"addresses":[{"type":"InternalIP","address":"-f"}]}}]}
          """);

      assertThat(ClusterEdges.of(draft).lines("w1"))
          .contains("'10.0.0.2'")
          .doesNotContain("-f")
          .doesNotContain("w3");
    }
  }
}
