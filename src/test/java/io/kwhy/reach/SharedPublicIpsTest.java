package io.kwhy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.FlannelNode;
import io.kwhy.fact.network.SharedPublicIp;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedPublicIpsTest {
  private static final Origin ORIGIN = new Origin("cluster/nodes.json", 1);

  private static FlannelNode flannel(String node, String publicIp) {
    return new FlannelNode(node, publicIp, "", "vxlan", 1, "", "", ORIGIN);
  }

  @Test
  void each_other_node_is_paired_with_the_first() {
    Known known =
        new Known(
            List.of(
                flannel("w2", "192.0.2.7"),
                flannel("w1", "192.0.2.7"),
                flannel("w3", "192.0.2.9"),
                flannel("w4", "192.0.2.7"),
                flannel("w5", ""),
                flannel("w6", "")));
    assertThat(SharedPublicIps.of(known))
        .containsExactly(
            new SharedPublicIp("w1", "w2", "192.0.2.7", ORIGIN),
            new SharedPublicIp("w1", "w4", "192.0.2.7", ORIGIN));
  }

  @Test
  void one_node_that_is_told_of_twice_shares_with_nobody() {
    Known known = new Known(List.of(flannel("w1", "192.0.2.7"), flannel("w1", "192.0.2.7")));
    assertThat(SharedPublicIps.of(known)).isEmpty();
  }
}
