package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeLabel;
import io.kwhy.fact.cluster.NodeRequirement;
import io.kwhy.fact.cluster.NodeResource;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.PodCondition;
import io.kwhy.fact.cluster.PodContainer;
import io.kwhy.fact.workload.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why pods wait for a node: what the scheduler says, held against the Nodes. */
final class Scheduling {
  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<String, Map<String, String>> labels = new TreeMap<>();
  private final Capacity capacity = new Capacity();
  private final Map<String, List<NodeRequirement>> requirements = new LinkedHashMap<>();
  private final Map<String, Pod> pods = new HashMap<>();
  private final Map<String, Long> storage = new HashMap<>();
  private final List<PodCondition> waiting = new ArrayList<>();

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
        rejections(pod, condition, follows);
        List<NodeRequirement> wanted = requirements.get(name);
        if (wanted != null && !nodes.isEmpty()) {
          follows.add(choices.of(pod, wanted, condition.origin()));
        }
      }
    }
    return follows;
  }

  private void rejections(Pod pod, PodCondition condition, List<Fact> follows) {
    SchedulerMessage message = SchedulerMessage.of(condition.message());
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
        capacity.shortage(pod, clause.detail(), disk, condition.origin()).ifPresent(follows::add);
      }
    }
  }
}
