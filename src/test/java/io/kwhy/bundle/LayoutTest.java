package io.kwhy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import java.io.InputStream;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

  @ParameterizedTest
  @CsvSource({
    "cluster/nodes.json, NODES, ''",
    "cluster/readyz.txt, READYZ, ''",
    "nodes/w1/files/etc/resolv.conf, RESOLV_CONF, w1",
    "nodes/w1/files/etc/rancher/k3s/config.yaml.d/10-dns.yaml, K3S_CONFIG, w1",
    "nodes/w1/files/etc/rancher/k3s/k3s-agent.env, K3S_ENVIRONMENT, w1",
    "nodes/w1/commands/ip-addr.json, IP_ADDRESS, w1",
    "nodes/w1/commands/ip-addr.txt, IP_ADDRESS, w1",
    "nodes/w1/commands/ethtool-flannel.1.txt, ETHTOOL, w1",
    "nodes/w.1/logs/k3s.log, K3S_LOG, w.1",
    "nodes/files/files/etc/hosts, HOSTS_FILE, files",
    "logs/kube-system/coredns-1/coredns.previous.log, POD_LOG, ''",
    "probes/w1.tsv, PROBES, w1",
    "nodes/s1/files/var/lib/rancher/k3s/server/tls/etcd/client.crt, SERVER_CERTIFICATES, s1",
  })
  void entries_are_known_by_where_they_lie(String path, Source source, String node) {
    assertThat(Layout.place(path)).contains(new Place(source, node));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bundle.json",
        "cluster/nodes.json/more",
        "cluster",
        "nodes/w1",
        "nodes/w1/files/etc/resolv.conf.bak",
        "nodes/w1/files/etc/cni/net.d/sub/10-flannel.conflist",
        "logs/coredns.log",
        "probes/.tsv",
        "probes/w1/x.tsv",
        ""
      })
  void other_paths_are_no_source(String path) {
    assertThat(Layout.place(path)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void each_source_is_found_by_its_own_patterns(Source source) {
    for (String pattern : source.capture().entries()) {
      String path = pattern.replace("{node}", "w1").replace("*", "z");
      assertThat(Layout.place(path).map(Place::source)).as(path).contains(source);
    }
  }

  @Test
  void hosts_are_those_of_manifest_folders_and_probes() {
    TreeMap<String, Manifest.HostRecord> nodes = new TreeMap<>();
    nodes.put("w3", new Manifest.HostRecord("agent", "", List.of(), false, Fact.UNKNOWN_TIME, 4));
    Manifest manifest = new Manifest(1, "k3s", Fact.UNKNOWN_TIME, nodes);
    List<Entry> entries =
        List.of(
            entry("cluster/nodes.json"),
            entry("nodes/README"),
            entry("nodes/s1/unknown"),
            entry("probes/w2.tsv"),
            entry("probes/w2.txt"));

    Bundle bundle = new Bundle("x", manifest, entries, List.of(), () -> {});

    assertThat(Layout.hosts(bundle)).containsExactly("s1", "w2", "w3");
  }

  private static Entry entry(String path) {
    return new Entry(path, 0, InputStream::nullInputStream);
  }
}
