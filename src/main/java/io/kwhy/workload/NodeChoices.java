package io.kwhy.workload;

import io.kwhy.fact.EditDistance;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.NodeRequirement;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Selector;
import io.kwhy.fact.workload.NodeChoice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which Nodes pods may go to.
 *
 * @param nodes names of all Nodes, sorted
 * @param labels of Nodes, by their names
 */
record NodeChoices(Collection<String> nodes, Map<String, Map<String, String>> labels) {
  /**
   * How many Nodes a pod may go to by its node selector and affinity.
   *
   * @param waits where it is said that the pod waits
   */
  NodeChoice of(Pod pod, List<NodeRequirement> wanted, Origin waits) {
    int meeting = 0;
    for (String node : nodes) {
      meeting += meets(node, wanted) ? 1 : 0;
    }
    String unmet = "";
    String near = "";
    Origin origin = waits;
    for (NodeRequirement each : wanted) {
      if (unmet.isEmpty() && nodes.stream().noneMatch(node -> holds(node, each))) {
        unmet = each.condition();
        near = near(each);
        origin = each.origin();
      }
    }
    return new NodeChoice(pod.namespace(), pod.name(), nodes.size(), meeting, unmet, near, origin);
  }

  /** What pods want that may go to the same Nodes. */
  static List<Object> shape(List<NodeRequirement> wanted) {
    List<Object> shape = new ArrayList<>();
    for (NodeRequirement each : wanted) {
      shape.add(List.of(each.term(), each.key(), each.operator(), each.values(), each.field()));
    }
    return shape;
  }

  /** Whether a Node has the labels that a pod wants. */
  boolean meets(String node, List<NodeRequirement> wanted) {
    boolean selector = true;
    Map<Integer, Boolean> terms = new TreeMap<>();
    for (NodeRequirement each : wanted) {
      if (each.term() == 0) {
        selector &= holds(node, each);
      } else {
        terms.merge(each.term(), holds(node, each), Boolean::logicalAnd);
      }
    }
    return selector && (terms.isEmpty() || terms.containsValue(true));
  }

  private boolean holds(String node, NodeRequirement wanted) {
    Map<String, String> own =
        wanted.field() ? Map.of("metadata.name", node) : labels.getOrDefault(node, Map.of());
    String value = own.get(wanted.key());
    return switch (wanted.operator()) {
      case "Gt" -> value != null && compare(value, wanted) > 0;
      case "Lt" -> value != null && compare(value, wanted) < 0;
      default ->
          new Selector.Requirement(wanted.key(), wanted.operator(), wanted.values()).holds(own);
    };
  }

  private static int compare(String value, NodeRequirement wanted) {
    try {
      return Long.compare(Long.parseLong(value), Long.parseLong(wanted.values().get(0)));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return 0;
    }
  }

  /** The same key with another value, else a key that is spelt nearly so. */
  private String near(NodeRequirement wanted) {
    String spelt = "";
    for (Map.Entry<String, Map<String, String>> node : labels.entrySet()) {
      for (Map.Entry<String, String> label : node.getValue().entrySet()) {
        if (label.getKey().equals(wanted.key())) {
          return label.getKey() + "=" + label.getValue() + " on " + node.getKey();
        }
        boolean alike = Math.abs(label.getKey().length() - wanted.key().length()) <= 2;
        if (spelt.isEmpty() && alike && EditDistance.between(label.getKey(), wanted.key()) <= 2) {
          spelt = label.getKey() + "=" + label.getValue() + " on " + node.getKey();
        }
      }
    }
    return spelt;
  }
}
