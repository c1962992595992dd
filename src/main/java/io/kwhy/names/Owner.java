package io.kwhy.names;

import io.kwhy.fact.cluster.Pod;

/**
 * What made a pod in the end, as far as one can tell where ReplicaSets are not known.
 *
 * @param kind as in a subject
 */
record Owner(String kind, String name) {
  static Owner of(Pod pod) {
    return pod.topKind().equals("replicaset")
        ? new Owner("deployment", pod.topName().replaceFirst("-[0-9a-z]+$", ""))
        : new Owner(pod.topKind(), pod.topName());
  }
}
