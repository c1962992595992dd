package io.kwhy.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the scheduler says of a pod that waits, taken apart.
 *
 * @param nodes how many it looked at; 0 where it does not say
 * @param clauses why each of them would not do
 */
record SchedulerMessage(int nodes, List<Clause> clauses) {
  private static final Pattern HEAD =
      Pattern.compile("(\\d{1,9})/(\\d{1,9}) nodes are available: ");
  private static final Pattern CLAUSE = Pattern.compile("^(\\d{1,9}) (.*)$", Pattern.DOTALL);
  private static final Pattern TAINT =
      Pattern.compile("had (?:untolerated taints?(?:\\(s\\))? ?|taints? )\\{([^}:]*)[^}]*\\}");
  private static final String INSUFFICIENT = "Insufficient ";

  /** Releases before 1.24 go on after a comma. */
  private static final String OF_TAINT = ", that the pod didn't tolerate";

  /** What comes before the names of plugins that left a node out; others tell of an error. */
  private static final String OF_PLUGINS = "satisfy plugin";

  /** Our word for it by words of the scheduler's, of which the first that is there counts. */
  private static final Map<String, String> REASONS = reasons();

  private static final Map<String, String> PLUGINS = plugins();

  /**
   * Why some nodes would not do.
   *
   * @param nodes how many; 0 where it is about the pod itself
   * @param reason in our words
   * @param detail what is short, which taint, which object
   */
  record Clause(int nodes, String reason, String detail) {
    private static Clause of(String text) {
      Matcher counted = CLAUSE.matcher(text);
      return counted.matches()
          ? new Clause(
              Integer.parseInt(counted.group(1)),
              reasonIn(counted.group(2)),
              detailIn(counted.group(2)))
          : new Clause(0, reasonIn(text), detailIn(text));
    }

    boolean isShortage() {
      return reason.equals("insufficient");
    }
  }

  static SchedulerMessage of(String message) {
    Matcher head = HEAD.matcher(message);
    int all = head.find() ? Integer.parseInt(head.group(2)) : 0;
    String rest = all == 0 ? message : message.substring(head.end());
    return new SchedulerMessage(all, clauses(rest).stream().map(Clause::of).toList());
  }

  /** The clauses before what the scheduler says of preemption, which repeats them. */
  private static List<String> clauses(String text) {
    String own = text.replace(OF_TAINT, "");
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

  private static String reasonIn(String words) {
    if (words.equals("Insufficient pods")) { // as release 1.17 has it
      return "too-many-pods";
    }
    if (words.startsWith(INSUFFICIENT)) {
      return "insufficient";
    }
    Map<String, String> reasons = words.contains(OF_PLUGINS) ? PLUGINS : REASONS;
    return reasons.entrySet().stream()
        .filter(known -> words.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("other");
  }

  private static String detailIn(String words) {
    if (words.startsWith(INSUFFICIENT)) {
      return words.substring(INSUFFICIENT.length()).strip();
    }
    Matcher taint = TAINT.matcher(words);
    if (taint.find()) {
      return taint.group(1).strip();
    }
    int open = words.indexOf('"');
    int close = words.indexOf('"', open + 1);
    return open < 0 || close < 0 ? "" : words.substring(open + 1, close);
  }

  private static Map<String, String> reasons() {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("Too many pods", "too-many-pods");
    known.put("were unschedulable", "cordoned");
    known.put("taint", "taint");
    known.put("PersistentVolume's node affinity", "volume-elsewhere");
    known.put("didn't match node selector", "node-selector");
    known.put("didn't match Pod's node affinity", "node-selector");
    known.put("node affinity/selector", "node-selector");
    known.put("free ports", "host-port");
    known.put("volume node affinity conflict", "volume-elsewhere");
    known.put("unbound immediate PersistentVolumeClaims", "claim-unbound");
    known.put("didn't find available persistent volumes", "volume-missing");
    known.put("bound to non-existent", "volume-lost");
    known.put("persistentvolumeclaim", "claim-missing");
    known.put("pod affinity", "pod-affinity");
    known.put("anti-affinity", "pod-affinity");
    known.put("topology spread", "pod-spread");
    known.put("exceed max volume count", "volume-limit");
    return Collections.unmodifiableMap(known);
  }

  /** What they are called where the plugin gives no words of its own. */
  private static Map<String, String> plugins() {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("VolumeBinding", "volume-elsewhere");
    known.put("NodeAffinity", "node-selector");
    known.put("InterPodAffinity", "pod-affinity");
    known.put("PodTopologySpread", "pod-spread");
    known.put("NodePorts", "host-port");
    known.put("NodeVolumeLimits", "volume-limit");
    return Collections.unmodifiableMap(known);
  }
}
