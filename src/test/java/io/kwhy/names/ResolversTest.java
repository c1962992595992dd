package io.kwhy.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.PodDnsConfig;
import io.kwhy.fact.names.NodeResolver;
import io.kwhy.fact.names.PodResolver;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.node.KubeletSetting;
import io.kwhy.fact.node.ResolvConf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which servers hosts and pods ask, as k3s's and kubelet's documentation and sources have it. */
class ResolversTest {
  private static final String USUAL = "/etc/resolv.conf";
  private static final String RESOLVED = "/run/systemd/resolve/resolv.conf";

  private final List<Fact> facts = new ArrayList<>();

  private static Origin at(String entry) {
    return new Origin(entry, 1);
  }

  private void file(String path, String servers, String... search) {
    facts.add(
        new ResolvConf(
            "w1", path, words(servers), List.of(), List.of(search), List.of(), at("files" + path)));
    facts.add(new Captured(path.equals(USUAL) ? "resolv-conf" : "resolved-conf", "w1", at(path)));
  }

  private void kubelet(String key, String value) {
    facts.add(new KubeletSetting("w1", "kubelet.conf", key, value, at("kubelet.conf")));
  }

  private static List<String> words(String text) {
    return text == null || text.isBlank() ? List.of() : Arrays.asList(text.strip().split(" "));
  }

  private Optional<NodeResolver> host() {
    return new NodeResolvers(new Known(facts)).of("w1");
  }

  private Optional<PodResolver> pod(String policy, boolean hostNetwork) {
    facts.add(SamplePod.on("w1", "shop", policy, hostNetwork));
    Known known = new Known(facts);
    return new PodResolvers(known, new NodeResolvers(known))
        .all().stream().map(PodResolver.class::cast).findFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // resolv.conf of the host   | systemd-resolved's | asks            | written by k3s
        "192.0.2.53                  |                    | 192.0.2.53      | false",
        "10.0.0.1 10.0.0.2           |                    | 10.0.0.1 10.0.0.2 | false",
        "127.0.0.53                  | 192.0.2.53         | 192.0.2.53      | false",
        "127.0.0.53                  | 127.0.0.1          | 8.8.8.8         | true",
        "127.0.0.53                  |                    | 8.8.8.8         | true",
        "192.0.2.53 127.0.0.1        |                    | 8.8.8.8         | true",
        "169.254.169.253             |                    | 8.8.8.8         | true",
        "169.254.169.254             |                    | 169.254.169.254 | false",
        "fe80::1%eth0                |                    | 8.8.8.8         | true",
        "fe80::1%eth0                | 192.0.2.53         | 192.0.2.53      | false",
        "224.0.0.251                 |                    | 8.8.8.8         | true",
        "::1                         |                    | 8.8.8.8         | true",
        "fe80::1                     |                    | 8.8.8.8         | true",
        "2001:db8::53                |                    | 2001:db8::53    | false",
        "0.0.0.0                     |                    | 8.8.8.8         | true",
        "                            |                    | 8.8.8.8         | true",
      })
  void k3s_takes_the_first_file_that_pods_can_use(
      String usual, String resolved, String asked, boolean generated) {
    file(USUAL, usual);
    file(RESOLVED, resolved);
    assertThat(host().map(NodeResolver::servers)).contains(words(asked));
    assertThat(host().map(NodeResolver::generated)).contains(generated);
  }

  @Test
  void a_file_with_a_nameserver_that_is_no_address_is_of_no_use() {
    facts.add(
        new ResolvConf(
            "w1",
            USUAL,
            List.of("192.0.2.53"),
            List.of("dns.example.com"),
            List.of(),
            List.of(),
            at("resolv")));
    facts.add(new Captured("resolv-conf", "w1", at(USUAL)));
    file(RESOLVED, "192.0.2.54");
    assertThat(host().map(NodeResolver::servers)).contains(List.of("192.0.2.54"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // dnsPolicy   | hostNetwork | servers    | search
        "ClusterFirst  | false       | 10.43.0.10 | shop.svc.cluster.local svc.cluster.local cluster.local",
        "Default       | false       | 127.0.0.1  | .",
        "ClusterFirst  | true        | 127.0.0.1  | .",
      })
  void kubelet_that_was_told_to_read_no_file(
      String policy, boolean hostNetwork, String servers, String search) {
    file(USUAL, "192.0.2.53", "corp.example");
    kubelet("clusterDNS", "10.43.0.10");
    facts.add(new K3sSetting("w1", "kubelet-arg", "resolv-conf=", "file", at("c")));
    PodResolver resolver = pod(policy, hostNetwork).orElseThrow();
    assertThat(resolver.servers()).isEqualTo(words(servers));
    assertThat(resolver.search()).isEqualTo(words(search));
  }

  @Test
  void without_a_server_of_the_cluster_a_pod_asks_whom_the_host_asks() {
    file(USUAL, "192.0.2.53", "corp.example");
    facts.add(new K3sSetting("w1", "kubelet-arg", "cluster-dns=", "file", at("c")));
    PodResolver resolver = pod("ClusterFirst", false).orElseThrow();
    assertThat(resolver.basis()).isEqualTo("node");
    assertThat(resolver.servers()).containsExactly("192.0.2.53");
    assertThat(resolver.search()).containsExactly("corp.example");
  }

  @Test
  void without_a_domain_of_the_cluster_only_the_hosts_is_searched() {
    file(USUAL, "192.0.2.53", "corp.example");
    kubelet("clusterDNS", "10.43.0.10");
    facts.add(new K3sSetting("w1", "kubelet-arg", "cluster-domain=", "file", at("c")));
    assertThat(pod("ClusterFirst", false).orElseThrow().search()).containsExactly("corp.example");
  }

  @Test
  void search_list_has_32_domains_at_most() {
    file(USUAL, "192.0.2.53", domains(40, "d%d.example"));
    kubelet("clusterDNS", "10.43.0.10");
    assertThat(pod("ClusterFirst", false).orElseThrow().search())
        .hasSize(32)
        .endsWith("d28.example");
  }

  @Test
  void search_list_has_2048_characters_at_most() {
    file(USUAL, "192.0.2.53", domains(20, "a".repeat(120) + "%d.example"));
    assertThat(pod("Default", false).orElseThrow().search()).hasSize(15);
  }

  @Test
  void domain_that_is_too_long_is_left_out() {
    file(USUAL, "192.0.2.53", "a.".repeat(127) + "example", "lab");
    assertThat(pod("Default", false).orElseThrow().search()).containsExactly("lab");
  }

  @Test
  void three_servers_of_the_host_are_the_most_and_the_same_one_counts_twice() {
    file(USUAL, "192.0.2.1 192.0.2.1 192.0.2.2 192.0.2.3");
    assertThat(pod("Default", false).orElseThrow().servers())
        .containsExactly("192.0.2.1", "192.0.2.1", "192.0.2.2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                  | 1",
        "ndots:3           | 3",
        "ndots:3 ndots:2   | 2",
        "edns0 ndots:0     | 0",
        "ndots:99          | 15",
        "ndots:            | 1",
        "NDOTS:4           | 1",
      })
  void last_option_counts(String options, int ndots) {
    assertThat(PodResolvers.ndots(words(options))).isEqualTo(ndots);
  }

  private static String[] domains(int many, String form) {
    return IntStream.range(0, many).mapToObj(form::formatted).toArray(String[]::new);
  }

  @Test
  void what_was_not_captured_is_not_guessed() {
    facts.add(
        new ResolvConf(
            "w1", USUAL, List.of("127.0.0.53"), List.of(), List.of(), List.of(), at("resolv")));
    assertThat(host()).isEmpty();
  }

  @Test
  void kubelet_reads_the_file_that_it_was_told_whatever_that_holds_now() {
    file(USUAL, "127.0.0.53");
    file(RESOLVED, "192.0.2.53");
    kubelet("resolvConf", USUAL);
    assertThat(host().map(NodeResolver::servers)).contains(List.of("127.0.0.53"));
  }

  @Test
  void file_of_the_users_choice() {
    file(USUAL, "192.0.2.53");
    facts.add(
        new K3sSetting("w1", "kubelet-arg", "resolv-conf=/etc/k3s-resolv.conf", "file", at("c")));
    assertThat(host()).as("it was not captured").isEmpty();
    file("/etc/k3s-resolv.conf", "192.0.2.54");
    assertThat(host().map(NodeResolver::servers)).contains(List.of("192.0.2.54"));
  }

  @Test
  void file_that_k3s_wrote_itself() {
    file(USUAL, "127.0.0.53");
    kubelet("resolvConf", NodeResolvers.FALLBACK_FILE);
    assertThat(host().map(NodeResolver::servers)).contains(List.of("8.8.8.8"));
    assertThat(host().map(NodeResolver::generated)).contains(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // dnsPolicy             | hostNetwork | basis   | servers    | ndots
        "ClusterFirst            | false       | cluster | 10.43.0.10 | 5",
        "                        | false       | cluster | 10.43.0.10 | 5",
        "ClusterFirst            | true        | node    | 192.0.2.53 | 1",
        "ClusterFirstWithHostNet | true        | cluster | 10.43.0.10 | 5",
        "ClusterFirstWithHostNet | false       | cluster | 10.43.0.10 | 5",
        "Default                 | false       | node    | 192.0.2.53 | 1",
        "Default                 | true        | node    | 192.0.2.53 | 1",
        "None                    | false       | none    |            | 1",
        "None                    | true        | none    |            | 1",
      })
  void policy_says_whom_a_pod_asks(
      String policy, boolean hostNetwork, String basis, String servers, int ndots) {
    file(USUAL, "192.0.2.53", "corp.example");
    kubelet("clusterDNS", "10.43.0.10");
    PodResolver resolver = pod(policy == null ? "" : policy, hostNetwork).orElseThrow();
    assertThat(resolver.basis()).isEqualTo(basis);
    assertThat(resolver.servers()).isEqualTo(words(servers));
    assertThat(resolver.ndots()).isEqualTo(ndots);
  }

  @Test
  void search_list_is_the_namespace_the_services_the_domain_and_the_hosts() {
    file(USUAL, "192.0.2.53", "corp.example.", "lab");
    kubelet("clusterDNS", "10.43.0.10");
    kubelet("clusterDomain", "k.test");
    assertThat(pod("ClusterFirst", false).orElseThrow().search())
        .containsExactly("shop.svc.k.test", "svc.k.test", "k.test", "corp.example", "lab");
  }

  @Test
  void wishes_of_the_pod_come_after_and_three_servers_are_the_most() {
    file(USUAL, "192.0.2.1 192.0.2.2");
    kubelet("clusterDNS", "10.43.0.10");
    facts.add(
        new PodDnsConfig(
            "shop",
            "web-1",
            List.of("192.0.2.7", "10.43.0.10", "192.0.2.8", "192.0.2.9"),
            List.of("svc.cluster.local", "extra.example"),
            List.of("ndots:2"),
            at("pods")));
    PodResolver resolver = pod("ClusterFirst", false).orElseThrow();
    assertThat(resolver.servers()).containsExactly("10.43.0.10", "192.0.2.7", "192.0.2.8");
    assertThat(resolver.search())
        .containsExactly(
            "shop.svc.cluster.local", "svc.cluster.local", "cluster.local", "extra.example");
    assertThat(resolver.ndots()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web             | 5 | web.a,web.b,web",
        "web.shop        | 5 | web.shop.a,web.shop.b,web.shop",
        "web.shop        | 1 | web.shop,web.shop.a,web.shop.b",
        "example.com.    | 5 | example.com",
        "a.b.c.d.e.f     | 5 | a.b.c.d.e.f,a.b.c.d.e.f.a,a.b.c.d.e.f.b",
        "web             | 0 | web,web.a,web.b",
        "web.            | 0 | web",
      })
  void candidates_follow_ndots_and_the_search_list(String name, int ndots, String candidates) {
    assertThat(Candidates.of(name, List.of("a", "b"), ndots))
        .containsExactly(candidates.split(","));
  }
}
