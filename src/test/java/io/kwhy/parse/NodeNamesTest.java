package io.kwhy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.fact.Fact;
import io.kwhy.fact.node.Host;
import io.kwhy.fact.probe.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeNamesTest {
  @TempDir private Path bundle;

  @BeforeEach
  void two_hosts() throws IOException {
    manifest("'s1':" + host("s1", 1, true) + ",'w1':" + host("w1", 2, true));
    write("nodes/s1/files/etc/machine-id", "0a\n");
    write("nodes/w1/files/etc/machine-id", "0b\n");
    write("nodes/w1/files/etc/resolv.conf", "nameserver 10.0.0.3\n");
    write(
        "probes/s1.tsv",
        "probe\ttarget\tresult\tdetail\tms\nping-node\tw1 10.0.0.2\tok\t1 received\t0.1\n");
  }

  @Test
  void host_whose_machine_is_that_of_a_node_is_that_node() throws Exception {
    nodes(node("s1", "0a", 1), node("edge-17", "0b", 2));

    List<Fact> facts = facts();

    assertThat(hosts(facts)).containsExactly("edge-17", "s1");
    assertThat(facts)
        .filteredOn(Probe.class::isInstance)
        .extracting(fact -> ((Probe) fact).peer())
        .containsExactly("edge-17");
    assertThat(facts)
        .filteredOn(fact -> fact.origin().entry().endsWith("resolv.conf"))
        .isNotEmpty()
        .allMatch(fact -> fact.origin().entry().equals("nodes/w1/files/etc/resolv.conf"));
  }

  @Test
  void host_is_the_node_of_its_hostname() throws Exception {
    manifest("'s1':" + host("s1", 1, true) + ",'w1':" + host("Edge-17", 2, true));
    nodes(node("s1", "0a", 1), node("edge-17", "", 2));
    assertThat(hosts(facts())).containsExactly("edge-17", "s1");
  }

  @Test
  void host_that_nobody_looked_at_is_the_node_of_its_address() throws Exception {
    manifest("'s1':" + host("s1", 1, true) + ",'w2':" + host("w2", 3, false));
    nodes(node("s1", "0a", 1), node("edge-18", "0c", 3));
    assertThat(hosts(facts())).contains("edge-18").doesNotContain("w2");
  }

  @Test
  void host_with_an_address_of_an_older_node_is_not_that_node() throws Exception {
    nodes(node("s1", "0a", 1), node("old", "0c", 2));
    assertThat(hosts(facts())).containsExactly("s1", "w1");
  }

  @Test
  void machines_that_are_copies_are_not_told_apart() throws Exception {
    nodes(node("s1", "0a", 1), node("edge-17", "0b", 2), node("edge-18", "0b", 3));
    assertThat(hosts(facts())).containsExactly("s1", "w1");
  }

  private static List<String> hosts(List<Fact> facts) {
    return facts.stream().filter(Host.class::isInstance).map(fact -> ((Host) fact).node()).toList();
  }

  private List<Fact> facts() throws Exception {
    try (var read = BundleReader.read(List.of(bundle))) {
      return new FactReader(List.of()).read(read);
    }
  }

  private static String host(String hostname, int address, boolean collected) {
    return ("{'role':'agent','hostname':'" + hostname + "','addresses':['10.0.0." + address + "'],")
        + ("'collected':" + collected + "}");
  }

  private static String node(String name, String machine, int address) {
    return ("{'metadata':{'name':'" + name + "'},'spec':{},'status':{'addresses':")
        + ("[{'type':'InternalIP','address':'10.0.0." + address + "'}],")
        + ("'nodeInfo':{'machineID':'" + machine + "'}}}");
  }

  private void nodes(String... nodes) throws IOException {
    write(
        "cluster/nodes.json",
        List.of(nodes).stream().collect(Collectors.joining(",", "{'items':[", "]}")));
  }

  private void manifest(String hosts) throws IOException {
    write(
        "bundle.json",
        "{'schema':1,'product':'k3s','collectedAt':'2026-11-23T05:49:46Z','nodes':{"
            + hosts
            + "}}");
  }

  private void write(String entry, String text) throws IOException {
    Path file = bundle.resolve(entry);
    Files.createDirectories(file.getParent());
    Files.writeString(file, entry.endsWith(".json") ? text.replace('\'', '"') : text);
  }
}
