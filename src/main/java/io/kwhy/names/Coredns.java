package io.kwhy.names;

import io.kwhy.fact.cluster.Pod;

/** The pods of the cluster's DNS server. */
final class Coredns {
  private Coredns() {}

  /** Whether it is one, and is to stay. */
  static boolean isPod(Pod pod) {
    return pod.namespace().equals("kube-system")
        && pod.name().matches("coredns-[0-9a-z]+(-[0-9a-z]+)?")
        && !pod.deleting()
        && !pod.node().isEmpty();
  }
}
