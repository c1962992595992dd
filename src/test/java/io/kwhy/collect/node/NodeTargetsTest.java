package io.kwhy.collect.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeTargetsTest {
  private static final NodeTarget W1 =
      new NodeTarget("w1", "agent", "w1.lan", List.of("10.0.0.2", "192.0.2.2"));

  @Test
  void address_that_the_user_gives_goes_before_those_of_the_Node() {
    assertThat(NodeTargets.named(List.of(W1), Map.of("w1", "192.0.2.2")))
        .containsExactly(new NodeTarget("w1", "agent", "w1.lan", List.of("192.0.2.2", "10.0.0.2")));
  }

  @Test
  void host_that_is_no_Node_is_looked_at_too() {
    assertThat(NodeTargets.named(List.of(W1), Map.of("w9", "10.0.0.9")))
        .containsExactly(W1, new NodeTarget("w9", "", "", List.of("10.0.0.9")));
  }
}
