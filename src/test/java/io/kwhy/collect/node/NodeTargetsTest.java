package io.kwhy.collect.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void what_a_kubelet_says_of_its_address_is_no_option_and_no_command() throws Exception {
    String nodes =
        """
        {"items":[{"metadata":{"name":"w1"},"status":{"addresses":[
         {"type":"InternalIP","address":"-oProxyCommand=id"},
         {"type":"InternalIP","address":"$(id)"},
         {"type":"InternalIP","address":"fd00::2"},
         {"type":"Hostname","address":"w1;id"}]}}]}
        """;

    assertThat(NodeTargets.in(new ByteArrayInputStream(nodes.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(new NodeTarget("w1", "agent", "", List.of("fd00::2")));
  }

  @ParameterizedTest
  @CsvSource({"w1.lan,true", "../w1,false", "-w1,false", "a/b,false", "$(id),false"})
  void host_is_called_as_a_node_may_be(String name, boolean named) {
    assertThat(new NodeTarget(name, "", "", List.of()).isNamed()).isEqualTo(named);
  }
}
