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

  @Test
  void CoreDNSs_own_host_asks_whom_the_Corefile_names() throws Exception {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      draft.add(
          "cluster/pods.json",
          """
          {"items":[{"metadata":{"name":"coredns-1","namespace":"kube-system","labels":{"k8s-app":"kube-dns"}},
           "spec":{"nodeName":"s1"},"status":{"phase":"Running","podIP":"10.42.0.2"}}]}
          """);
      draft.add(
          "cluster/configmaps.json",
          """
          {"items":[
           {"metadata":{"name":"coredns","namespace":"kube-system"},"data":{"Corefile":
            ".:53 {\\n  kubernetes corp.internal in-addr.arpa {\\n  }\\n  # forward . 10.0.0.1\\n  forward . 10.0.0.9 dns://10.0.0.8:53 10.0.0.7:5353 127.0.0.1 tls://10.0.0.6 {\\n  }\\n}"}},
           {"metadata":{"name":"coredns-custom","namespace":"kube-system"},"data":{"lab.server":
            "lab:53 {\\n  forward lab 10.0.0.5\\n}"}},
           {"metadata":{"name":"coredns","namespace":"other"},"data":{"Corefile":"forward . 10.0.0.4"}}]}
          """);

      assertThat(ClusterEdges.of(draft).lines("s1").lines())
          .containsExactly(
              "    dns_probe dns-forward '10.0.0.5 example.com' '10.0.0.5' 'example.com'",
              "    dns_probe dns-forward '10.0.0.8 example.com' '10.0.0.8' 'example.com'",
              "    dns_probe dns-forward '10.0.0.9 example.com' '10.0.0.9' 'example.com'",
              "    ping_probe ping-coredns 'coredns@s1 10.42.0.2' '10.42.0.2'",
              "    cluster_probe dns-cluster 'coredns@s1 10.42.0.2' '10.42.0.2' 'corp.internal'",
              "    dns_probe dns-external 'coredns@s1 10.42.0.2 example.com' '10.42.0.2' 'example.com'");
      assertThat(ClusterEdges.of(draft).lines("w1")).doesNotContain("dns-forward");
    }
  }

  @Test
  void what_is_asked_of_a_peer_is_there_with_its_network_plugin() throws Exception {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      draft.add(
          "cluster/nodes.json",
          "{\"items\":[" + node(1, "vxlan") + "," + node(2, "host-gw") + "," + node(3, "") + "]}");
      draft.add(
          "cluster/services.json",
          """
          {"items":[{"metadata":{"name":"kubernetes","namespace":"default"},
           "spec":{"clusterIP":"10.43.0.1","ports":[{"name":"https","port":443,"targetPort":16443}]}}]}
          """);

      assertThat(ClusterEdges.of(draft).lines("s1"))
          .contains("ping-flannel 'w1 10.42.1.0'", "ping-cni0 'w1 10.42.1.1'", "df1450 'w1 ")
          .contains("ping-node 'w2 ", "ping-cni0 'w2 10.42.2.1'")
          .contains("ping-node 'w3 ")
          .contains("tcp-apiserver '10.0.0.3:16443' '10.0.0.3' '16443'")
          .doesNotContain("10.42.2.0")
          .doesNotContain("10.42.3.");
    }
  }

  private static String node(int host, String backend) {
    return """
        {"metadata":{"name":"w%1$s","labels":{"node-role.kubernetes.io/control-plane":"true"},
          "annotations":{%2$s}},"spec":{"podCIDR":"10.42.%1$s.0/24"},
         "status":{"addresses":[{"type":"InternalIP","address":"10.0.0.%1$s"}]}}
        """
        .formatted(
            String.valueOf(host),
            backend.isEmpty()
                ? ""
                : "\"flannel.alpha.coreos.com/backend-type\":\"" + backend + "\"");
  }
}
