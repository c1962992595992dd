package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeAddress;
import io.kwhy.fact.cluster.NodeCondition;
import io.kwhy.fact.cluster.NodeTaint;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NodeReaderTest {
  private static final String W2 =
      """
      {
        "kind": "Node",
        "metadata": {
          "name": "w2",
          "creationTimestamp": "2026-11-23T05:50:04Z",
          "labels": {"kubernetes.io/hostname": "w2"}
        },
        "spec": {
          "podCIDR": "10.42.3.0/24",
          "taints": [
            {
              "effect": "NoExecute",
              "key": "node.kubernetes.io/unreachable",
              "timeAdded": "2026-11-23T05:58:26Z"
            }
          ]
        },
        "status": {
          "addresses": [
            {
              "address": "172.31.77.3",
              "type": "InternalIP"
            },
            {"address": "w2", "type": "Hostname"}
          ],
          "conditions": [
            {
              "lastHeartbeatTime": "2026-11-23T05:54:31Z",
              "lastTransitionTime": "2026-11-23T05:58:25Z",
              "message": "Kubelet stopped posting node status.",
              "reason": "NodeStatusUnknown",
              "status": "Unknown",
              "type": "Ready"
            }
          ],
          "nodeInfo": {
            "kubeletVersion": "v1.36.3+k3s1",
            "machineID": "4cea",
            "systemUUID": "4ceb"
          }
        }
      }
      """;

  private static Origin line(int line) {
    return new Origin(Told.PATH, line);
  }

  private static Node node(String json) {
    Told told = Told.of(Source.NODES, json);
    assertThat(told.gaps).isEmpty();
    return told.all(Node.class).get(0);
  }

  @Test
  void a_node_that_stopped_reporting_is_read_at_the_line_of_its_ready_status() {
    assertThat(node(W2))
        .isEqualTo(
            new Node(
                "w2",
                "Unknown",
                "NodeStatusUnknown",
                "Kubelet stopped posting node status.",
                Instant.parse("2026-11-23T05:58:25Z"),
                Instant.parse("2026-11-23T05:54:31Z"),
                Instant.parse("2026-11-23T05:50:04Z"),
                false,
                false,
                false,
                "v1.36.3+k3s1",
                "4cea",
                "4ceb",
                "172.31.77.3",
                "10.42.3.0/24",
                line(32)));
  }

  @Test
  void its_addresses_are_facts_of_their_own() {
    assertThat(Told.of(Source.NODES, W2).all(NodeAddress.class))
        .containsExactly(
            new NodeAddress("w2", "InternalIP", "172.31.77.3", line(21)),
            new NodeAddress("w2", "Hostname", "w2", line(24)));
  }

  @Test
  void its_conditions_are_facts_of_their_own() {
    assertThat(Told.of(Source.NODES, W2).all(NodeCondition.class))
        .containsExactly(
            new NodeCondition(
                "w2",
                "Ready",
                "Unknown",
                "NodeStatusUnknown",
                "Kubelet stopped posting node status.",
                Instant.parse("2026-11-23T05:58:25Z"),
                Instant.parse("2026-11-23T05:54:31Z"),
                line(32)));
  }

  @Test
  void its_taints_are_facts_of_their_own() {
    assertThat(Told.of(Source.NODES, W2).all(NodeTaint.class))
        .containsExactly(
            new NodeTaint(
                "w2",
                "node.kubernetes.io/unreachable",
                "",
                "NoExecute",
                Instant.parse("2026-11-23T05:58:26Z"),
                line(13)));
  }

  @Test
  void a_node_without_a_ready_condition_is_neither_ready_nor_unready() {
    Node node = node("{'metadata':{'name':'w1'}}".replace('\'', '"'));

    assertThat(node.ready()).isEmpty();
    assertThat(node.readySince()).isEqualTo(Fact.UNKNOWN_TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"control-plane", "master", "etcd"})
  void a_server_is_known_by_the_label_of_any_of_its_roles(String role) {
    String json =
        "{'metadata':{'name':'s1','labels':{'node-role.kubernetes.io/%s':'true'}}}"
            .formatted(role)
            .replace('\'', '"');

    assertThat(node(json).controlPlane()).isTrue();
  }

  @Test
  void a_cordoned_node_that_is_being_deleted_says_so() {
    Node node =
        node(
            "{'metadata':{'name':'w1','deletionTimestamp':'2026-11-23T05:50:04Z'},'spec':{'unschedulable':true}}"
                .replace('\'', '"'));

    assertThat(node.deleting()).isTrue();
    assertThat(node.unschedulable()).isTrue();
  }
}
