package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeLabel;
import io.kwhy.fact.cluster.NodeRequirement;
import io.kwhy.fact.cluster.NodeResource;
import io.kwhy.fact.cluster.NodeTaint;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.PodCondition;
import io.kwhy.fact.cluster.PodContainer;
import io.kwhy.fact.workload.Rejection;
import io.kwhy.fact.workload.TaintedFit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Why pods wait for a node: what the scheduler says, held against the Nodes. */
final class Scheduling {
  /** Reasons of which it can be computed whether they would hold for another Node, too. */
  private static final Set<String> COMPUTED =
      Set.of("taint", "insufficient", "node-selector", "host-port", "cordoned", "too-many-pods");

  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<String, Map<String, String>> labels = new TreeMap<>();
  private final Set<String> tainted = new TreeSet<>();
  private final Capacity capacity = new Capacity();
  private final Map<String, List<NodeRequirement>> requirements = new LinkedHashMap<>();
  private final Map<String, Pod> pods = new HashMap<>();
  private final Map<String, Long> storage = new HashMap<>();
  private final List<PodCondition> waiting = new ArrayList<>();

  /** Who was asked for the last pod: those of one Deployment want the same. */
  private Set<String> asked = Set.of();

  private List<Object> askedFor = List.of();

  private Scheduling() {}

  static List<Fact> of(Iterable<? extends Fact> facts) {
    Scheduling scheduling = new Scheduling();
    facts.forEach(scheduling::add);
    return scheduling.follows();
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private void add(Fact fact) {
    if (fact instanceof Node node) {
      nodes.put(node.name(), node);
    } else if (fact instanceof NodeLabel label) {
      labels.computeIfAbsent(label.node(), k -> new TreeMap<>()).put(label.key(), label.value());
    } else if (fact instanceof NodeTaint taint) {
      tainted.add(taint.node());
    } else if (fact instanceof NodeResource resource) {
      capacity.add(resource);
    } else if (fact instanceof Pod pod) {
      load(pod);
    } else if (fact instanceof NodeRequirement wanted) {
      requirements
          .computeIfAbsent(key(wanted.namespace(), wanted.pod()), k -> new ArrayList<>())
          .add(wanted);
    } else if (fact instanceof PodContainer each && each.storageBytes() > 0 && !each.init()) {
      storage.merge(key(each.namespace(), each.pod()), each.storageBytes(), Long::sum);
    } else if (fact instanceof PodCondition condition
        && condition.type().equals("PodScheduled")
        && condition.status().equals("False")) {
      waiting.add(condition);
    }
  }

  private void load(Pod pod) {
    if (pod.node().isEmpty()) {
      pods.put(key(pod.namespace(), pod.name()), pod);
    } else if (!pod.over()) {
      capacity.add(pod);
    }
  }

  private List<Fact> follows() {
    List<Fact> follows = new ArrayList<>();
    nodes.values().forEach(node -> follows.add(capacity.loadOf(node)));
    NodeChoices choices = new NodeChoices(nodes.keySet(), labels);
    for (PodCondition condition : waiting) {
      String name = key(condition.namespace(), condition.pod());
      Pod pod = pods.get(name);
      if (pod != null) {
        SchedulerMessage message = SchedulerMessage.of(condition.message());
        List<NodeRequirement> wanted = requirements.getOrDefault(name, List.of());
        rejections(pod, condition, message, candidates(message, wanted, choices), follows);
        if (!wanted.isEmpty() && !nodes.isEmpty()) {
          follows.add(choices.of(pod, wanted, condition.origin()));
        }
        for (String node : fits(pod, message, wanted, choices)) {
          follows.add(new TaintedFit(pod.namespace(), pod.name(), node, condition.origin()));
        }
      }
    }
    return follows;
  }

  /**
   * Nodes with taints that have all else that a pod wants; all of them where nothing else is said.
   */
  private List<String> fits(
      Pod pod, SchedulerMessage message, List<NodeRequirement> wanted, NodeChoices choices) {
    Set<String> reasons = reasons(message);
    boolean ofDevices = message.clauses().stream().anyMatch(Scheduling::isOfDevices);
    if (!reasons.contains("taint") || !COMPUTED.containsAll(reasons) || ofDevices) {
      return List.of();
    }
    boolean nothingElse = reasons.size() == 1;
    return tainted.stream()
        .filter(node -> nothingElse || (choices.meets(node, wanted) && capacity.hasRoom(node, pod)))
        .toList();
  }

  /** Who has devices and the like left is not known. */
  private static boolean isOfDevices(SchedulerMessage.Clause clause) {
    return clause.isShortage() && !Capacity.COUNTED.contains(clause.detail());
  }

  /**
   * Nodes that the scheduler asked for room: it asks none that it turned down for another reason.
   */
  private Set<String> candidates(
      SchedulerMessage message, List<NodeRequirement> wanted, NodeChoices choices) {
    Set<String> reasons = reasons(message);
    List<Object> alike = new ArrayList<>(reasons);
    if (reasons.contains("node-selector")) {
      alike.addAll(NodeChoices.shape(wanted));
    }
    if (!alike.equals(askedFor)) {
      asked = candidates(reasons, wanted, choices);
      askedFor = alike;
    }
    return asked;
  }

  private Set<String> candidates(
      Set<String> reasons, List<NodeRequirement> wanted, NodeChoices choices) {
    Set<String> asked = new TreeSet<>(nodes.keySet());
    asked.removeIf(
        node ->
            (reasons.contains("taint") && tainted.contains(node))
                || (reasons.contains("cordoned") && nodes.get(node).unschedulable())
                || (reasons.contains("node-selector") && !choices.meets(node, wanted)));
    return asked.isEmpty() ? nodes.keySet() : asked;
  }

  private static Set<String> reasons(SchedulerMessage message) {
    Set<String> reasons = new TreeSet<>();
    message.clauses().forEach(clause -> reasons.add(clause.reason()));
    return reasons;
  }

  private void rejections(
      Pod pod,
      PodCondition condition,
      SchedulerMessage message,
      Set<String> candidates,
      List<Fact> follows) {
    boolean gated = condition.reason().equals("SchedulingGated");
    long disk = storage.getOrDefault(key(pod.namespace(), pod.name()), 0L);
    for (SchedulerMessage.Clause clause : message.clauses()) {
      follows.add(
          new Rejection(
              condition.namespace(),
              condition.pod(),
              gated ? "held-back" : clause.reason(),
              clause.detail(),
              clause.nodes(),
              message.nodes(),
              condition.message(),
              condition.changed(),
              condition.origin()));
      if (clause.isShortage()) {
        capacity
            .shortage(pod, clause.detail(), clause.nodes(), disk, candidates, condition.origin())
            .ifPresent(follows::add);
      }
    }
  }
}
