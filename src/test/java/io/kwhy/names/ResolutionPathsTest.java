package io.kwhy.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.diagnosis.Models;
import io.kwhy.fact.names.ResolutionPath;
import io.kwhy.fact.names.ResolutionPath.Candidate;
import io.kwhy.fact.names.ResolutionPath.Edge;
import io.kwhy.parse.FactReader;
import io.kwhy.report.ResolutionReport;
import io.kwhy.report.TextStyle;
import io.kwhy.rule.RuleBook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the way of a name ends, by samples in which one edge is broken, or two. */
class ResolutionPathsTest {

  private static ResolutionPaths of(String sample) throws Exception {
    try (Bundle bundle = BundleReader.read(List.of(Path.of("facts-samples", sample)))) {
      return new ResolutionPaths(
          Models.completed(new FactReader(RuleBook.builtIn().signals()).read(bundle)).facts());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "coredns-scaled-to-zero, kubernetes.default, coredns-running",
    "coredns-corefile-invalid, example.com, ''",
    "coredns-nodehosts-missing, kubernetes.default, coredns-running",
    "coredns-forward-loop, kubernetes.default, coredns-running",
    "coredns-corefile-invalid, kubernetes.default, ''",
    "kube-dns-no-endpoints, kubernetes.default, kube-dns-endpoints",
    "kube-dns-service-ip-taken, kubernetes.default, kube-dns",
    "cluster-dns-setting-mismatch, kubernetes.default, kube-dns",
    "dns-blocked-by-network-policy, kubernetes.default, network-policy",
    "upstream-dns-unreachable, kubernetes.default, ''",
    "upstream-dns-unreachable, example.com, upstream",
    "upstream-dns-refuses, example.com, upstream",
    "name-without-service, web.shop, ''",
    "name-without-service, webb.shop.svc.cluster.local, record",
    "headless-service-without-ready-endpoints, web.shop, record",
    "combo-upstream-dead-and-policy-on-coredns, example.com, network-policy",
    "coredns-nodehosts-missing-wrong-address, w1, record",
    "coredns-nodehosts-missing-wrong-address, s1, ''",
    "coredns-scaled-to-zero, 10.43.0.1, ''",
    "name-without-service, nobody.example.org., ''",
    "name-without-service, Web.Shop, ''",
  })
  void way_from_a_worker_ends(String sample, String name, String edge) throws Exception {
    ResolutionPath path = of(sample).fromNode("w1", name);
    assertThat(path.firstBroken().map(Edge::id).orElse("")).isEqualTo(edge);
  }

  @ParameterizedTest
  @CsvSource({
    "pod-dns-policy-default, web.shop, resolver",
    "host-network-pod-without-cluster-dns, web, resolver",
    "pod-dns-policy-default, example.com, ''",
    "name-without-service, web, ''",
    "name-without-service, web.default, record",
  })
  void way_from_a_pod_ends(String sample, String name, String edge) throws Exception {
    ResolutionPath path = of(sample).fromPod("shop", "front-6d9c7b7f5-x2x4k", name).orElseThrow();
    assertThat(path.firstBroken().map(Edge::id).orElse("")).isEqualTo(edge);
  }

  @Test
  void names_are_tried_until_one_has_an_answer() throws Exception {
    ResolutionPath path = of("name-without-service").fromNode("w1", "web.shop");
    assertThat(path.candidates())
        .extracting(Candidate::name)
        .containsExactly("web.shop.default.svc.cluster.local", "web.shop.svc.cluster.local");
    assertThat(path.candidates().get(1).outcome()).isEqualTo("10.43.77.1");
  }

  @ParameterizedTest
  @CsvSource({
    "web.nowhere.svc.cluster.local., no namespace nowhere",
    "webb.shop.svc.cluster.local., no Service webb in namespace shop",
    "example.com.shop.svc.cluster.local., no such name",
    "10-42-3-2.shop.pod.cluster.local., 10.42.3.2",
    "kubernetes.cluster.local., no such name",
    "example.com., 192.0.2.10",
    "nobody.example.org., they were not asked",
  })
  void answer_to_a_whole_name(String name, String outcome) throws Exception {
    assertThat(of("name-without-service").fromNode("w1", name).candidates())
        .extracting(Candidate::outcome)
        .containsExactly(outcome);
  }

  @Test
  void address_is_asked_of_nobody() throws Exception {
    assertThat(of("name-without-service").fromNode("w1", "10.43.0.1").candidates()).isEmpty();
  }

  @Test
  void node_is_known_by_coredns_itself() throws Exception {
    ResolutionPath path = of("name-without-service").fromNode("w1", "s1.");
    assertThat(path.candidates().get(0).by()).isEqualTo("CoreDNS: hosts");
    assertThat(path.candidates().get(0).outcome()).isEqualTo("172.31.77.1");
  }

  @Test
  void nodes_that_complain_come_first() throws Exception {
    assertThat(of("dns-blocked-by-network-policy").nodes()).startsWith("w1");
  }

  @Test
  void pod_that_is_not_there() throws Exception {
    assertThat(of("name-without-service").fromPod("shop", "nobody", "web")).isEmpty();
  }

  @Test
  void picture_marks_the_first_broken_edge() throws Exception {
    StringBuilder text = new StringBuilder();
    ResolutionPath path = of("upstream-dns-unreachable").fromNode("w1", "example.com");
    new ResolutionReport(TextStyle.plain()).writeText(path, text);
    assertThat(text)
        .contains("[FAIL] CoreDNS on s1 hands it on to 172.31.77.249: timeout")
        .containsOnlyOnce("<== first broken edge");
    StringBuilder json = new StringBuilder();
    new ResolutionReport(TextStyle.plain()).writeJson(path, json);
    assertThat(json).contains("\"firstBroken\": \"upstream\"");
  }
}
