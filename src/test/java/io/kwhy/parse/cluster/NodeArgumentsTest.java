package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.cluster.NodeArgument;
import io.kwhy.parse.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NodeArgumentsTest {
  private static List<String> told(String json) {
    Recorded facts = new Recorded("cluster/nodes.json");
    new NodeArguments(json, 1).tell("w1", facts);
    return facts.facts().stream()
        .map(NodeArgument.class::cast)
        .map(argument -> argument.key() + "=" + argument.value())
        .toList();
  }

  @Test
  void an_argument_of_a_component_has_its_own_equals_sign() {
    assertThat(told("[\"agent\",\"--kubelet-arg\",\"eviction-hard=nodefs.available<9%\"]"))
        .containsExactly("kubelet-arg=eviction-hard=nodefs.available<9%");
  }

  @Test
  void old_releases_take_arguments_apart_at_every_equals_sign() {
    assertThat(
            told(
                "[\"agent\",\"--kubelet-arg\",\"eviction-hard\",\"nodefs.available<9%\",\"--docker\"]"))
        .containsExactly("kubelet-arg=eviction-hard=nodefs.available<9%", "docker=true");
  }
}
