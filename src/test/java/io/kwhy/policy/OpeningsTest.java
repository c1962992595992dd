package io.kwhy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.NetworkPolicy;
import io.kwhy.fact.cluster.NetworkPolicyRule;
import io.kwhy.fact.cluster.NetworkPolicyRule.Peer;
import io.kwhy.fact.cluster.NetworkPolicyRule.Port;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The documented rules of NetworkPolicies, one by one. */
class OpeningsTest {
  private static final Origin HERE = new Origin("cluster/x.json", 1);
  private static final Selector ALL = Selector.EVERYTHING;
  private static final Pod WEB = pod("shop", "web", "w1", "10.42.1.5", false);
  private static final Pod DB = pod("shop", "db", "w2", "10.42.2.5", false);
  private static final Pod OTHER = pod("other", "web", "w1", "10.42.1.6", false);
  private static final Node W1 = node("w1", "192.0.2.1");
  private static final Node W2 = node("w2", "192.0.2.2");

  private final List<Fact> facts = new ArrayList<>(List.of(W1, W2, space("shop"), space("other")));

  @Test
  void without_a_policy_all_passes() {
    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 5432))).isEmpty();
    assertThat(egress(Attempt.of(WEB, DB, "TCP", 5432))).isEmpty();
  }

  @Test
  void a_policy_of_another_namespace_or_of_other_pods_closes_nothing() {
    policy("other", "deny", ALL, true, true);
    policy("shop", "web", app("web"), true, false);

    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 5432))).isEmpty();
  }

  @Test
  void a_policy_closes_only_in_its_directions() {
    policy("shop", "deny-in", ALL, true, false);

    assertThat(egress(Attempt.of(WEB, DB, "TCP", 5432))).isEmpty();
    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 5432))).contains(closed(true, "deny-in"));
  }

  @Test
  void what_any_policy_allows_passes() {
    policy("shop", "deny", ALL, true, true);
    policy("shop", "allow", app("db"), true, false);
    rule("allow", false, pods(app("web")), 5432);

    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 5432))).isEmpty();
    assertThat(ingress(Attempt.of(OTHER, DB, "TCP", 5432))).contains(closed(false, "deny"));
    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 22))).contains(closed(true, "deny"));
    assertThat(ingress(Attempt.of(WEB, DB, "UDP", 5432))).contains(closed(true, "deny"));
  }

  @Test
  void of_policies_that_all_allow_something_those_are_blamed_that_allow_nothing_there() {
    policy("shop", "http", app("db"), true, false);
    rule("http", false, pods(ALL), 80);
    policy("shop", "sql", app("db"), true, false);
    rule("sql", false, pods(app("batch")), 5432);

    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 5432))).contains(closed(false, "http"));
    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 443))).contains(closed(true, "http", "sql"));
  }

  @Test
  void a_port_by_name_or_without_a_number_may_be_the_one() {
    policy("shop", "named", app("db"), true, false);
    rule("named", false, pods(ALL), new Port("TCP", "sql", 0));

    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 5432))).isEmpty();
    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 0))).isEmpty();
  }

  @Test
  void a_range_of_ports_ends_with_its_last() {
    policy("shop", "range", app("db"), true, false);
    rule("range", false, pods(ALL), new Port("TCP", "5000", 5999));

    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 5999))).isEmpty();
    assertThat(ingress(Attempt.of(WEB, DB, "TCP", 6000))).isPresent();
  }

  @Test
  void an_address_passes_within_a_range_and_not_within_its_exceptions() {
    policy("shop", "out", app("web"), false, true);
    rule("out", true, range("192.0.2.0/24", "192.0.2.128/25"), 443);

    assertThat(egress(Attempt.of(WEB, "192.0.2.7", "TCP", 443))).isEmpty();
    assertThat(egress(Attempt.of(WEB, "192.0.2.200", "TCP", 443))).isPresent();
  }

  @Test
  void a_node_reaches_its_own_pods_and_no_others() {
    policy("shop", "deny", ALL, true, false);

    assertThat(ingress(Attempt.of(W2, DB, "TCP", 5432))).isEmpty();
    assertThat(ingress(Attempt.of(W1, DB, "TCP", 5432))).isPresent();
  }

  @Test
  void a_pod_of_the_host_s_network_asks_as_its_node() {
    policy("shop", "deny", ALL, true, true);
    policy("shop", "nodes", ALL, true, false);
    rule("nodes", false, range("192.0.2.1/32"), 5432);
    Pod onAnother = pod("shop", "agent", "w1", "192.0.2.1", true);
    Pod onTheSame = pod("shop", "agent", "w2", "192.0.2.2", true);

    assertThat(egress(Attempt.of(onAnother, DB, "TCP", 22))).isEmpty();
    assertThat(ingress(Attempt.of(onAnother, DB, "TCP", 5432))).isEmpty();
    assertThat(ingress(Attempt.of(onAnother, DB, "TCP", 22))).isPresent();
    assertThat(ingress(Attempt.of(onTheSame, DB, "TCP", 22))).isEmpty();
  }

  private Optional<String> ingress(Attempt attempt) {
    return new Openings(new Known(facts)).ingress(attempt).map(OpeningsTest::text);
  }

  private Optional<String> egress(Attempt attempt) {
    return new Openings(new Known(facts)).egress(attempt).map(OpeningsTest::text);
  }

  private static String text(Closure closure) {
    return closed(
        closure.toAll(),
        closure.policies().stream().map(NetworkPolicy::name).toArray(String[]::new));
  }

  private static String closed(boolean toAll, String... policies) {
    return (toAll ? "to all by " : "by ") + String.join(", ", policies);
  }

  private void policy(String namespace, String name, Selector pods, boolean in, boolean out) {
    facts.add(new NetworkPolicy(namespace, name, pods, in, out, Fact.UNKNOWN_TIME, HERE));
  }

  private void rule(String policy, boolean egress, Peer peer, int port) {
    rule(policy, egress, peer, new Port("TCP", String.valueOf(port), 0));
  }

  private void rule(String policy, boolean egress, Peer peer, Port port) {
    facts.add(new NetworkPolicyRule("shop", policy, egress, 0, List.of(peer), List.of(port), HERE));
  }

  private static Peer pods(Selector pods) {
    return new Peer(false, ALL, true, pods, "", List.of());
  }

  private static Peer range(String cidr, String... except) {
    return new Peer(false, ALL, false, ALL, cidr, List.of(except));
  }

  private static Selector app(String app) {
    return new Selector(labels(app), List.of());
  }

  private static SortedMap<String, String> labels(String app) {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put("app", app);
    return labels;
  }

  private static Namespace space(String name) {
    return new Namespace(
        name, "Active", Collections.emptySortedMap(), List.of(), Fact.UNKNOWN_TIME, false, HERE);
  }

  private static Node node(String name, String address) {
    return new Node(
        name,
        "True",
        "",
        "",
        Fact.UNKNOWN_TIME,
        Fact.UNKNOWN_TIME,
        Fact.UNKNOWN_TIME,
        false,
        false,
        false,
        "",
        "",
        "",
        address,
        "",
        HERE);
  }

  private static Pod pod(String namespace, String app, String node, String ip, boolean ofHost) {
    return new Pod(
        namespace,
        app + "-1",
        node,
        "Running",
        true,
        "",
        "",
        ofHost,
        ip,
        "",
        "",
        "pod",
        app + "-1",
        "ClusterFirst",
        labels(app),
        0,
        0,
        0,
        false,
        Fact.UNKNOWN_TIME,
        false,
        HERE);
  }
}
