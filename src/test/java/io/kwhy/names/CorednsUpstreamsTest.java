package io.kwhy.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.names.Upstream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorednsUpstreamsTest {
  @ParameterizedTest
  @CsvSource({
    "1.1.1.1, 1.1.1.1:53",
    "1.1.1.1:5353, 1.1.1.1:5353",
    "tls://1.1.1.1, 1.1.1.1:853",
    "[2606:4700::1]:53, 2606:4700::1:53",
    "1.1.1.1:99999999999, ''",
  })
  void server_is_asked_at(String to, String expected) {
    String corefile = ".:53 {\n    kubernetes cluster.local\n    forward . " + to + "\n}\n";
    ConfigText text =
        new ConfigText(
            "kube-system",
            "coredns",
            "Corefile",
            corefile,
            new Origin("cluster/configmaps.json", 1));

    List<Fact> follows = Resolving.follows(List.of(text, coredns()));

    assertThat(follows)
        .filteredOn(Upstream.class::isInstance)
        .extracting(fact -> ((Upstream) fact).address() + ":" + ((Upstream) fact).port())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  private static Pod coredns() {
    return new Pod(
        "kube-system",
        "coredns-1",
        "s1",
        "Running",
        true,
        "",
        "",
        false,
        "10.42.0.2",
        "",
        "",
        "pod",
        "coredns-1",
        "Default",
        Collections.emptySortedMap(),
        0,
        0,
        0,
        false,
        Fact.UNKNOWN_TIME,
        false,
        new Origin("cluster/pods.json", 1));
  }
}
