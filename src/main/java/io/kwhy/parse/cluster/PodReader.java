package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.PodCondition;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** A Pod and what its containers are doing; the details where they may matter. */
final class PodReader extends ObjectReader {
  /** Pods of others have no template elsewhere. */
  private static final Set<String> CONTROLLERS =
      Set.of("ReplicaSet", "DaemonSet", "StatefulSet", "Job");

  /** Conditions that say something where they are true, too. */
  private static final Set<String> TOLD = Set.of("PodScheduled", "PodReadyToStartContainers");

  private final PodSpecReader spec = new PodSpecReader(json);
  private String phase = "";
  private String reason = "";
  private String message = "";
  private String podIp = "";
  private int phaseLine;
  private SortedMap<String, String> labels = Collections.emptySortedMap();
  private List<Condition> conditions = List.of();
  private final List<ContainerReader> containers = new ArrayList<>();

  PodReader(JsonCursor json) {
    super(json);
  }

  @Override
  void labels() throws IOException {
    labels = json.map();
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(spec);
      case "status" -> json.fields(this::status);
      default -> {}
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "phase" -> {
        phase = json.word();
        phaseLine = json.line();
      }
      case "reason" -> reason = json.word();
      case "message" -> message = json.message();
      case "podIP" -> podIp = json.word();
      case "conditions" -> conditions = json.objects(() -> new Condition(json));
      case "initContainerStatuses" -> containers(true);
      case "containerStatuses", "ephemeralContainerStatuses" -> containers(false);
      default -> {}
    }
  }

  private void containers(boolean init) throws IOException {
    containers.addAll(json.objects(() -> new ContainerReader(json, init)));
  }

  @Override
  void tell(Facts facts) {
    Pod pod = pod(meta.controller(), facts);
    facts.add(pod);
    containers.forEach(container -> container.tell(meta, spec.node, facts));
    if (!pod.over()) {
      spec.tellHostPorts(meta, facts);
      spec.tellDnsConfig(meta, facts);
    }
    if (pod.detailed()) {
      spec.tellDetails(meta, facts);
      conditions.forEach(each -> tellCondition(each, facts));
    }
  }

  private Pod pod(Reference owner, Facts facts) {
    Top top = Top.of(meta.name, owner, labels);
    return new Pod(
        meta.namespace,
        meta.name,
        spec.node,
        phase,
        isReady(),
        reason,
        message,
        spec.hostNetwork,
        podIp,
        owner.kind,
        owner.name,
        top.kind(),
        top.name(),
        spec.dnsPolicy,
        labels,
        spec.cpu(),
        spec.memory(),
        spec.stays("node.kubernetes.io/unreachable"),
        isDetailed(owner),
        meta.created,
        meta.deleting,
        facts.at(phaseLine == 0 ? meta.line : phaseLine));
  }

  private boolean isReady() {
    return conditions.stream().anyMatch(c -> c.type.equals("Ready") && c.status.equals("True"));
  }

  private boolean isDetailed(Reference owner) {
    if (meta.deleting || !CONTROLLERS.contains(owner.kind)) {
      return true;
    }
    if (phase.equals("Succeeded")) {
      return false;
    }
    Instant collected = json.collectedAt();
    Instant recent =
        collected.equals(Fact.UNKNOWN_TIME)
            ? collected
            : collected.minus(Duration.ofMinutes(Pod.RECENT_MINUTES));
    return !phase.equals("Running")
        || !isReady()
        || containers.stream().anyMatch(each -> each.endedAfter(recent));
  }

  private void tellCondition(Condition each, Facts facts) {
    if (!each.status.equals("True") || TOLD.contains(each.type)) {
      facts.add(
          new PodCondition(
              meta.namespace,
              meta.name,
              each.type,
              each.status,
              each.reason,
              each.message,
              each.changed,
              facts.at(each.line)));
    }
  }
}
