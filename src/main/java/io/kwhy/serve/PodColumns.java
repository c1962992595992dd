package io.kwhy.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pods as kubectl shows them: one word for all that their containers do. */
final class PodColumns {
  private final Ages ages;

  private PodColumns(Ages ages) {
    this.ages = ages;
  }

  static Columns of(Ages ages) {
    PodColumns pods = new PodColumns(ages);
    return new Columns()
        .show("Ready", PodColumns::ready)
        .show("Status", PodColumns::status)
        .show("Restarts", pods::restarts)
        .show("Age", ages::of)
        .wide("IP", pod -> Columns.orNone(Tree.text(pod, "status", "podIP")))
        .wide("Node", pod -> Columns.orNone(Tree.text(pod, "spec", "nodeName")))
        .wide(
            "Nominated Node", pod -> Columns.orNone(Tree.text(pod, "status", "nominatedNodeName")))
        .wide("Readiness Gates", PodColumns::gates);
  }

  private static List<?> inits(Map<?, ?> pod) {
    return Tree.list(pod, "status", "initContainerStatuses");
  }

  private static List<?> mains(Map<?, ?> pod) {
    return Tree.list(pod, "status", "containerStatuses");
  }

  /** Whether an init container stays, as sidecars do. */
  private static boolean stays(Map<?, ?> pod, Object status) {
    return Tree.list(pod, "spec", "initContainers").stream()
        .filter(container -> Tree.text(container, "name").equals(Tree.text(status, "name")))
        .anyMatch(container -> Tree.text(container, "restartPolicy").equals("Always"));
  }

  private static Stream<?> staying(Map<?, ?> pod) {
    return Stream.concat(inits(pod).stream().filter(init -> stays(pod, init)), mains(pod).stream());
  }

  private static String ready(Map<?, ?> pod) {
    long ready = staying(pod).filter(status -> Tree.text(status, "ready").equals("true")).count();
    long sidecars =
        Tree.list(pod, "spec", "initContainers").stream()
            .filter(container -> Tree.text(container, "restartPolicy").equals("Always"))
            .count();
    return ready + "/" + (Tree.list(pod, "spec", "containers").size() + sidecars);
  }

  /** Those of init containers as long as they run, and when the last was. */
  private String restarts(Map<?, ?> pod) {
    boolean starting = starting(pod).isPresent();
    List<?> counted = starting ? inits(pod) : staying(pod).toList();
    long restarts = 0;
    String last = "";
    for (Object status : counted) {
      restarts += Columns.count(status, "restartCount");
      String ended = Tree.text(status, "lastState", "terminated", "finishedAt");
      last = ended.compareTo(last) > 0 ? ended : last;
    }
    return restarts == 0 || last.isEmpty()
        ? Long.toString(restarts)
        : restarts + " (" + ages.since(last) + " ago)";
  }

  private static String status(Map<?, ?> pod) {
    if (!Tree.text(pod, "metadata", "deletionTimestamp").isEmpty()) {
      return Tree.text(pod, "status", "reason").equals("NodeLost") ? "Unknown" : "Terminating";
    }
    String reason = Tree.text(pod, "status", "reason");
    String phase = reason.isEmpty() ? Tree.text(pod, "status", "phase") : reason;
    return starting(pod).orElseGet(() -> running(pod, gated(pod) ? "SchedulingGated" : phase));
  }

  private static boolean gated(Map<?, ?> pod) {
    return Tree.list(pod, "status", "conditions").stream()
        .anyMatch(
            condition ->
                Tree.text(condition, "type").equals("PodScheduled")
                    && Tree.text(condition, "reason").equals("SchedulingGated"));
  }

  /** What the first init container does that is not through; nothing where all are. */
  private static Optional<String> starting(Map<?, ?> pod) {
    List<?> inits = inits(pod);
    for (int at = 0; at < inits.size(); at++) {
      Object init = inits.get(at);
      boolean through =
          Tree.text(init, "state", "terminated", "exitCode").equals("0")
              || (stays(pod, init) && Tree.text(init, "started").equals("true"));
      if (!through) {
        String word = word(init);
        boolean plain = word.isEmpty() || word.equals("PodInitializing");
        int all = Tree.list(pod, "spec", "initContainers").size();
        return Optional.of("Init:" + (plain ? at + "/" + all : word));
      }
    }
    return Optional.empty();
  }

  /** The first container that waits or has ended gives the word. */
  private static String running(Map<?, ?> pod, String phase) {
    String status = phase;
    boolean runs = false;
    List<?> containers = mains(pod);
    for (int at = containers.size() - 1; at >= 0; at--) {
      String word = word(containers.get(at));
      status = word.isEmpty() ? status : word;
      runs |= word.isEmpty() && Tree.text(containers.get(at), "ready").equals("true");
    }
    if (status.equals("Completed") && runs) {
      return isReady(pod) ? "Running" : "NotReady";
    }
    return status;
  }

  private static boolean isReady(Map<?, ?> pod) {
    return Tree.list(pod, "status", "conditions").stream()
        .anyMatch(
            condition ->
                Tree.text(condition, "type").equals("Ready")
                    && Tree.text(condition, "status").equals("True"));
  }

  private static String word(Object status) {
    String waiting = Tree.text(status, "state", "waiting", "reason");
    if (!waiting.isEmpty() || Tree.map(status, "state", "terminated").isEmpty()) {
      return waiting;
    }
    String reason = Tree.text(status, "state", "terminated", "reason");
    String signal = Columns.number(status, "state", "terminated", "signal");
    String byCode = "ExitCode:" + Columns.number(status, "state", "terminated", "exitCode");
    return !reason.isEmpty() ? reason : signal.equals("0") ? byCode : "Signal:" + signal;
  }

  private static String gates(Map<?, ?> pod) {
    List<?> gates = Tree.list(pod, "spec", "readinessGates");
    long held =
        Tree.list(pod, "status", "conditions").stream()
            .filter(condition -> Tree.text(condition, "status").equals("True"))
            .filter(
                condition ->
                    gates.stream()
                        .anyMatch(
                            gate ->
                                Tree.text(gate, "conditionType")
                                    .equals(Tree.text(condition, "type"))))
            .count();
    return gates.isEmpty() ? "<none>" : held + "/" + gates.size();
  }
}
