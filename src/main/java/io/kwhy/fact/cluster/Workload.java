package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A controller of pods: a Deployment, DaemonSet, StatefulSet or ReplicaSet. Old ReplicaSets of a
 * Deployment, which want no pods and have none, are left out: there are ten to a Deployment.
 *
 * @param kind in lower case, as in a subject: deployment, daemonset, statefulset, replicaset
 * @param desired how many pods it wants
 * @param current how many there are
 * @param updated how many are of the present template; 0 for a ReplicaSet
 * @param available how many are ready long enough
 * @param observed whether its controller has seen the present spec
 * @param paused whether a Deployment's rollout is paused
 * @param serviceAccount of its pods; {@code ""} for {@code default}
 * @param selector which pods it counts as its own
 * @param podLabels labels that its pods get
 */
public record Workload(
    String kind,
    String namespace,
    String name,
    int desired,
    int current,
    int updated,
    int ready,
    int available,
    boolean observed,
    boolean paused,
    String ownerKind,
    String ownerName,
    String serviceAccount,
    Selector selector,
    SortedMap<String, String> podLabels,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  public Workload {
    podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
  }

  @Override
  public String text() {
    return kind
        + " "
        + namespace
        + "/"
        + name
        + " wants "
        + desired
        + (desired == 1 ? " pod, has " : " pods, has ")
        + current
        + ", "
        + ready
        + " ready";
  }

  @Override
  public Instant since() {
    return created;
  }
}
