package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeLabel;
import io.kwhy.fact.cluster.NodeRequirement;
import io.kwhy.fact.cluster.NodeResource;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.PodCondition;
import io.kwhy.fact.cluster.PodContainer;
import io.kwhy.fact.cluster.Selector;
import io.kwhy.fact.workload.NodeChoice;
import io.kwhy.fact.workload.NodeLoad;
import io.kwhy.fact.workload.Rejection;
import io.kwhy.fact.workload.Shortage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why pods wait for a node: what the scheduler says, held against the Nodes. */
final class Scheduling {
  private static final String STORAGE = "ephemeral-storage";
  private static final Pattern HEAD = Pattern.compile("(\\d+)/(\\d+) nodes are available: ");
  private static final Pattern CLAUSE = Pattern.compile("^(\\d+) (.*)$", Pattern.DOTALL);
  private static final Pattern TAINT =
      Pattern.compile("had (?:untolerated taints?(?:\\(s\\))? ?|taints? )\\{([^}:]*)[^}]*\\}");

  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<String, Map<String, String>> labels = new TreeMap<>();
  private final Map<String, Map<String, NodeResource>> resources = new TreeMap<>();
  private final Map<String, long[]> loads = new TreeMap<>();
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
      resources
          .computeIfAbsent(resource.node(), k -> new TreeMap<>())
          .put(resource.resource(), resource);
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
    if (!pod.node().isEmpty() && !pod.over()) {
      long[] load = loads.computeIfAbsent(pod.node(), k -> new long[3]);
      load[0] += pod.cpuMillis();
      load[1] += pod.memoryBytes();
      load[2]++;
    } else if (pod.node().isEmpty()) {
      pods.put(key(pod.namespace(), pod.name()), pod);
    }
  }

  private List<Fact> follows() {
    List<Fact> follows = new ArrayList<>();
    nodes.forEach(
        (name, node) -> {
          long[] load = loads.getOrDefault(name, new long[3]);
          follows.add(new NodeLoad(name, load[0], load[1], (int) load[2], node.origin()));
        });
    for (PodCondition condition : waiting) {
      rejections(condition, follows);
    }
    return follows;
  }

  private void rejections(PodCondition condition, List<Fact> follows) {
    Pod pod = pods.get(key(condition.namespace(), condition.pod()));
    if (pod == null) {
      return;
    }
    String message = condition.message();
    Matcher head = HEAD.matcher(message);
    int all = head.find() ? Integer.parseInt(head.group(2)) : 0;
    String rest = all == 0 ? message : message.substring(head.end());
    for (String clause : clauses(rest)) {
      Matcher counted = CLAUSE.matcher(clause);
      boolean ofNodes = counted.matches();
      String words = ofNodes ? counted.group(2) : clause;
      follows.add(
          new Rejection(
              condition.namespace(),
              condition.pod(),
              condition.reason().equals("SchedulingGated") ? "held-back" : reason(words),
              detail(words),
              ofNodes ? Integer.parseInt(counted.group(1)) : 0,
              all,
              message,
              condition.changed(),
              condition.origin()));
      if (words.startsWith("Insufficient ")) {
        shortage(pod, words.substring("Insufficient ".length()).strip(), condition, follows);
      }
    }
    choice(pod, condition, follows);
  }

  /** The clauses before what the scheduler says of preemption, which repeats them. */
  private static List<String> clauses(String text) {
    String own = text;
    for (String end : List.of(" preemption: ", " no new claims to deallocate", " no new claims")) {
      int at = own.indexOf(end);
      own = at < 0 ? own : own.substring(0, at);
    }
    List<String> clauses = new ArrayList<>();
    int depth = 0;
    StringBuilder clause = new StringBuilder();
    for (int i = 0; i < own.length(); i++) {
      char c = own.charAt(i);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      if (c == ',' && depth <= 0) {
        clauses.add(end(clause));
        clause.setLength(0);
      } else {
        clause.append(c);
      }
    }
    clauses.add(end(clause));
    clauses.removeIf(String::isEmpty);
    return clauses;
  }

  private static String end(StringBuilder clause) {
    String text = clause.toString().strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String reason(String words) {
    if (words.startsWith("Insufficient ")) {
      return "insufficient";
    }
    Map<String, String> known = new LinkedHashMap<>();
    known.put("Too many pods", "too-many-pods");
    known.put("were unschedulable", "cordoned");
    known.put("taint", "taint");
    known.put("PersistentVolume's node affinity", "volume-elsewhere");
    known.put("VolumeBinding", "volume-elsewhere");
    known.put("didn't match node selector", "node-selector");
    known.put("didn't match Pod's node affinity", "node-selector");
    known.put("node affinity/selector", "node-selector");
    known.put("NodeAffinity", "node-selector");
    known.put("free ports", "host-port");
    known.put("volume node affinity conflict", "volume-elsewhere");
    known.put("unbound immediate PersistentVolumeClaims", "claim-unbound");
    known.put("didn't find available persistent volumes", "volume-missing");
    known.put("persistentvolumeclaim", "claim-missing");
    known.put("pod affinity", "pod-affinity");
    known.put("anti-affinity", "pod-affinity");
    known.put("topology spread", "pod-spread");
    // What they are called where the plugin gives no words of its own.
    known.put("InterPodAffinity", "pod-affinity");
    known.put("PodTopologySpread", "pod-spread");
    known.put("NodePorts", "host-port");
    for (Map.Entry<String, String> each : known.entrySet()) {
      if (words.contains(each.getKey())) {
        return each.getValue();
      }
    }
    return "other";
  }

  private static String detail(String words) {
    if (words.startsWith("Insufficient ")) {
      return words.substring("Insufficient ".length()).strip();
    }
    Matcher taint = TAINT.matcher(words);
    if (taint.find()) {
      return taint.group(1).strip();
    }
    int open = words.indexOf('"');
    int close = words.indexOf('"', open + 1);
    return open < 0 || close < 0 ? "" : words.substring(open + 1, close);
  }

  private void shortage(Pod pod, String resource, PodCondition condition, List<Fact> follows) {
    long wanted =
        switch (resource) {
          case "cpu" -> pod.cpuMillis();
          case "memory" -> pod.memoryBytes();
          case STORAGE -> storage.getOrDefault(key(pod.namespace(), pod.name()), 0L);
          default -> 0;
        };
    if (wanted == 0) {
      return;
    }
    long most = 0;
    long free = Long.MIN_VALUE;
    String freest = "";
    for (Map.Entry<String, Map<String, NodeResource>> each : resources.entrySet()) {
      NodeResource has = each.getValue().get(resource);
      if (has != null) {
        long[] load = loads.getOrDefault(each.getKey(), new long[3]);
        long left =
            has.amount() - (resource.equals(STORAGE) ? 0 : load[resource.equals("cpu") ? 0 : 1]);
        most = Math.max(most, has.amount());
        if (left > free) {
          free = left;
          freest = each.getKey();
        }
      }
    }
    // What others reserve of the disk is not known.
    boolean shown = !resource.equals(STORAGE) || wanted > most;
    if (!freest.isEmpty() && shown) {
      follows.add(
          new Shortage(
              pod.namespace(),
              pod.name(),
              resource,
              amount(resource, wanted),
              amount(resource, most),
              amount(resource, Math.max(free, 0)),
              freest,
              wanted <= most,
              condition.origin()));
    }
  }

  private static String amount(String resource, long value) {
    if (resource.equals("cpu")) {
      return value % 1000 == 0 ? Long.toString(value / 1000) : value + "m";
    }
    return value >= 1 << 20 ? (value >> 20) + "Mi" : Long.toString(value);
  }

  private void choice(Pod pod, PodCondition condition, List<Fact> follows) {
    List<NodeRequirement> wanted = requirements.get(key(pod.namespace(), pod.name()));
    if (wanted == null || nodes.isEmpty()) {
      return;
    }
    int meeting = 0;
    for (String node : nodes.keySet()) {
      meeting += meets(node, wanted) ? 1 : 0;
    }
    String unmet = "";
    String near = "";
    Origin origin = condition.origin();
    for (NodeRequirement each : wanted) {
      if (unmet.isEmpty() && nodes.keySet().stream().noneMatch(node -> holds(node, each))) {
        unmet = each.condition();
        near = near(each);
        origin = each.origin();
      }
    }
    follows.add(
        new NodeChoice(pod.namespace(), pod.name(), nodes.size(), meeting, unmet, near, origin));
  }

  private boolean meets(String node, List<NodeRequirement> wanted) {
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
        if (spelt.isEmpty() && Likeness.distance(label.getKey(), wanted.key()) <= 2) {
          spelt = label.getKey() + "=" + label.getValue() + " on " + node.getKey();
        }
      }
    }
    return spelt;
  }
}
