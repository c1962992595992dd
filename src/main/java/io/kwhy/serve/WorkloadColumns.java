package io.kwhy.serve;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What makes pods, as kubectl shows it. */
final class WorkloadColumns {
  private static final List<String> TEMPLATE = List.of("spec", "template");

  private WorkloadColumns() {}

  static Columns deployment(Ages ages) {
    Columns columns =
        new Columns()
            .show("Ready", WorkloadColumns::ready)
            .number("Up-to-date", "status", "updatedReplicas")
            .number("Available", "status", "availableReplicas")
            .show("Age", ages::of);
    return selector(containers(columns, TEMPLATE));
  }

  static Columns replicaSet(Ages ages) {
    Columns columns =
        new Columns()
            .number("Desired", "spec", "replicas")
            .number("Current", "status", "replicas")
            .number("Ready", "status", "readyReplicas")
            .show("Age", ages::of);
    return selector(containers(columns, TEMPLATE));
  }

  static Columns daemonSet(Ages ages) {
    Columns columns =
        new Columns()
            .number("Desired", "status", "desiredNumberScheduled")
            .number("Current", "status", "currentNumberScheduled")
            .number("Ready", "status", "numberReady")
            .number("Up-to-date", "status", "updatedNumberScheduled")
            .number("Available", "status", "numberAvailable")
            .show("Node Selector", WorkloadColumns::nodes)
            .show("Age", ages::of);
    return selector(containers(columns, TEMPLATE));
  }

  static Columns statefulSet(Ages ages) {
    return containers(
        new Columns().show("Ready", WorkloadColumns::ready).show("Age", ages::of), TEMPLATE);
  }

  static Columns job(Ages ages) {
    Columns columns =
        new Columns()
            .show("Status", WorkloadColumns::status)
            .show("Completions", WorkloadColumns::completions)
            .show(
                "Duration",
                job ->
                    ages.between(
                        Tree.text(job, "status", "startTime"),
                        Tree.text(job, "status", "completionTime")))
            .show("Age", ages::of);
    return selector(containers(columns, TEMPLATE));
  }

  static Columns cronJob(Ages ages) {
    Columns columns =
        new Columns()
            .text("Schedule", "spec", "schedule")
            .orNone("Timezone", "spec", "timeZone")
            .show(
                "Suspend",
                job -> Tree.text(job, "spec", "suspend").equals("true") ? "True" : "False")
            .show("Active", job -> Tree.list(job, "status", "active").size())
            .show("Last Schedule", job -> last(job, ages))
            .show("Age", ages::of);
    return containers(columns, List.of("spec", "jobTemplate", "spec", "template"));
  }

  private static String last(Map<?, ?> job, Ages ages) {
    String last = Tree.text(job, "status", "lastScheduleTime");
    return last.isEmpty() ? "<none>" : ages.since(last);
  }

  private static String ready(Map<?, ?> workload) {
    String wanted = Tree.text(workload, "spec", "replicas");
    return Columns.number(workload, "status", "readyReplicas")
        + "/"
        + (wanted.isEmpty() ? "1" : wanted);
  }

  private static String nodes(Map<?, ?> workload) {
    Map<?, ?> labels = Tree.map(workload, "spec", "template", "spec", "nodeSelector");
    return Columns.selector(Map.of("matchLabels", labels));
  }

  private static String status(Map<?, ?> job) {
    for (String word : List.of("Complete", "Failed", "Suspended", "FailureTarget")) {
      boolean holds =
          Tree.list(job, "status", "conditions").stream()
              .filter(condition -> Tree.text(condition, "type").equals(word))
              .anyMatch(condition -> Tree.text(condition, "status").equals("True"));
      if (holds) {
        return word;
      }
    }
    return Tree.text(job, "metadata", "deletionTimestamp").isEmpty() ? "Running" : "Terminating";
  }

  private static String completions(Map<?, ?> job) {
    String wanted = Tree.text(job, "spec", "completions");
    long parallel = Columns.count(job, "spec", "parallelism");
    String done = Columns.number(job, "status", "succeeded");
    return done + "/" + (!wanted.isEmpty() ? wanted : parallel > 1 ? "1 of " + parallel : "1");
  }

  private static Columns containers(Columns columns, List<String> template) {
    String[] path =
        Stream.concat(template.stream(), Stream.of("spec", "containers")).toArray(String[]::new);
    return columns
        .wide("Containers", object -> Columns.each(Tree.list(object, path), "name"))
        .wide("Images", object -> Columns.each(Tree.list(object, path), "image"));
  }

  private static Columns selector(Columns columns) {
    return columns.wide(
        "Selector", object -> Columns.selector(Tree.map(object, "spec", "selector")));
  }
}
