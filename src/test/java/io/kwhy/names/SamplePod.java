package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Pod;
import java.util.Collections;

/** A pod of which only a few things matter. */
final class SamplePod {
  private SamplePod() {}

  static Pod on(String node, String namespace, String dnsPolicy, boolean hostNetwork) {
    return new Pod(
        namespace,
        "web-1",
        node,
        "Running",
        true,
        "",
        "",
        hostNetwork,
        "10.42.1.7",
        "",
        "",
        "pod",
        "web-1",
        dnsPolicy,
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
