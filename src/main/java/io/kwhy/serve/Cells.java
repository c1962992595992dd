package io.kwhy.serve;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns in which kubectl shows a kind, and what stands in them; ages are those at capture.
 */
final class Cells {
  private final Instant now;

  Cells(Instant now) {
    this.now = now;
  }

  /** Functions from an object to the text in a column, by title; those of wide output last. */
  Map<String, Function<Map<?, ?>, Object>> columns(String kind) {
    Map<String, Function<Map<?, ?>, Object>> columns = new LinkedHashMap<>();
    if (!kind.equals("Event")) {
      columns.put("Name", object -> Tree.text(object, "metadata", "name"));
    }
    switch (kind) {
      case "Pod" -> {
        columns.put("Ready", Cells::readyContainers);
        columns.put("Status", Cells::podStatus);
        columns.put("Restarts", Cells::restarts);
      }
      case "Node" -> {
        columns.put("Status", Cells::nodeStatus);
        columns.put("Roles", Cells::roles);
      }
      case "Namespace" -> columns.put("Status", object -> Tree.text(object, "status", "phase"));
      case "Service" -> {
        columns.put("Type", object -> Tree.text(object, "spec", "type"));
        columns.put("Cluster-IP", object -> orNone(Tree.text(object, "spec", "clusterIP")));
        columns.put("External-IP", Cells::externalAddresses);
        columns.put("Port(s)", Cells::ports);
      }
      case "Deployment" -> {
        columns.put(
            "Ready",
            object ->
                number(object, "status", "readyReplicas")
                    + "/"
                    + number(object, "spec", "replicas"));
        columns.put("Up-to-date", object -> number(object, "status", "updatedReplicas"));
        columns.put("Available", object -> number(object, "status", "availableReplicas"));
      }
      case "DaemonSet" -> {
        columns.put("Desired", object -> number(object, "status", "desiredNumberScheduled"));
        columns.put("Current", object -> number(object, "status", "currentNumberScheduled"));
        columns.put("Ready", object -> number(object, "status", "numberReady"));
        columns.put("Available", object -> number(object, "status", "numberAvailable"));
      }
      case "ReplicaSet", "StatefulSet" -> {
        columns.put("Desired", object -> number(object, "spec", "replicas"));
        columns.put("Current", object -> number(object, "status", "replicas"));
        columns.put("Ready", object -> number(object, "status", "readyReplicas"));
      }
      case "Job" ->
          columns.put(
              "Completions",
              object ->
                  number(object, "status", "succeeded")
                      + "/"
                      + number(object, "spec", "completions"));
      case "PersistentVolumeClaim", "PersistentVolume" -> {
        columns.put("Status", object -> Tree.text(object, "status", "phase"));
        columns.put("StorageClass", object -> Tree.text(object, "spec", "storageClassName"));
      }
      case "Secret" -> columns.put("Type", object -> Tree.text(object, "type"));
      case "ConfigMap" -> columns.put("Data", object -> Tree.map(object, "data").size());
      case "Event" -> {
        columns.put("Last Seen", object -> age(lastSeen(object)));
        columns.put("Type", object -> Tree.text(object, "type"));
        columns.put("Reason", object -> Tree.text(object, "reason"));
        columns.put(
            "Object",
            object ->
                Tree.text(object, "involvedObject", "kind").toLowerCase(java.util.Locale.ROOT)
                    + "/"
                    + Tree.text(object, "involvedObject", "name"));
        columns.put("Message", object -> Tree.text(object, "message").strip());
      }
      default -> {}
    }
    if (!kind.equals("Event")) {
      columns.put("Age", object -> age(Tree.text(object, "metadata", "creationTimestamp")));
    }
    if (kind.equals("Node")) {
      columns.put("Version", object -> Tree.text(object, "status", "nodeInfo", "kubeletVersion"));
    }
    return columns;
  }

  /** Columns that are shown with {@code -o wide} only. */
  static Map<String, Function<Map<?, ?>, Object>> wide(String kind) {
    Map<String, Function<Map<?, ?>, Object>> columns = new LinkedHashMap<>();
    if (kind.equals("Pod")) {
      columns.put("IP", object -> orNone(Tree.text(object, "status", "podIP")));
      columns.put("Node", object -> orNone(Tree.text(object, "spec", "nodeName")));
    } else if (kind.equals("Node")) {
      columns.put("Internal-IP", object -> address(object, "InternalIP"));
      columns.put("OS-Image", object -> Tree.text(object, "status", "nodeInfo", "osImage"));
      columns.put(
          "Kernel-Version", object -> Tree.text(object, "status", "nodeInfo", "kernelVersion"));
    }
    return columns;
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "<none>" : text;
  }

  private static String number(Map<?, ?> object, String... path) {
    String text = Tree.text(object, path);
    return text.isEmpty() ? "0" : text;
  }

  private static String address(Map<?, ?> node, String type) {
    for (Object address : Tree.list(node, "status", "addresses")) {
      if (Tree.text(address, "type").equals(type)) {
        return Tree.text(address, "address");
      }
    }
    return "<none>";
  }

  private static String readyContainers(Map<?, ?> pod) {
    long ready =
        Tree.list(pod, "status", "containerStatuses").stream()
            .filter(status -> Tree.text(status, "ready").equals("true"))
            .count();
    return ready + "/" + Tree.list(pod, "spec", "containers").size();
  }

  private static String restarts(Map<?, ?> pod) {
    long restarts = 0;
    for (Object status : Tree.list(pod, "status", "containerStatuses")) {
      restarts += Long.parseLong(number((Map<?, ?>) status, "restartCount"));
    }
    return Long.toString(restarts);
  }

  /** As kubectl: why a container waits or ended, else the pod's reason or phase. */
  private static String podStatus(Map<?, ?> pod) {
    String status = Tree.text(pod, "status", "reason");
    status = status.isEmpty() ? Tree.text(pod, "status", "phase") : status;
    for (Object container : Tree.list(pod, "status", "initContainerStatuses")) {
      String reason = Tree.text(container, "state", "waiting", "reason");
      if (!reason.isEmpty() && !reason.equals("PodInitializing")) {
        return "Init:" + reason;
      }
    }
    for (Object container : Tree.list(pod, "status", "containerStatuses")) {
      String waiting = Tree.text(container, "state", "waiting", "reason");
      String ended = Tree.text(container, "state", "terminated", "reason");
      status = !waiting.isEmpty() ? waiting : !ended.isEmpty() ? ended : status;
    }
    return Tree.text(pod, "metadata", "deletionTimestamp").isEmpty() ? status : "Terminating";
  }

  private static String nodeStatus(Map<?, ?> node) {
    String ready = "Unknown";
    for (Object condition : Tree.list(node, "status", "conditions")) {
      if (Tree.text(condition, "type").equals("Ready")) {
        ready = Tree.text(condition, "status").equals("True") ? "Ready" : "NotReady";
      }
    }
    return Tree.text(node, "spec", "unschedulable").equals("true")
        ? ready + ",SchedulingDisabled"
        : ready;
  }

  private static String roles(Map<?, ?> node) {
    String prefix = "node-role.kubernetes.io/";
    List<String> roles = new ArrayList<>();
    for (Object label : Tree.map(node, "metadata", "labels").keySet()) {
      if (label.toString().startsWith(prefix)) {
        roles.add(label.toString().substring(prefix.length()));
      }
    }
    return orNone(roles.stream().sorted().collect(Collectors.joining(",")));
  }

  private static String externalAddresses(Map<?, ?> service) {
    List<String> addresses = new ArrayList<>();
    for (Object ingress : Tree.list(service, "status", "loadBalancer", "ingress")) {
      addresses.add(Tree.text(ingress, "ip") + Tree.text(ingress, "hostname"));
    }
    boolean pending =
        addresses.isEmpty() && Tree.text(service, "spec", "type").equals("LoadBalancer");
    return pending ? "<pending>" : orNone(String.join(",", addresses));
  }

  private static String ports(Map<?, ?> service) {
    List<String> ports = new ArrayList<>();
    for (Object port : Tree.list(service, "spec", "ports")) {
      String node = Tree.text(port, "nodePort");
      ports.add(
          Tree.text(port, "port")
              + (node.isEmpty() ? "" : ":" + node)
              + "/"
              + Tree.text(port, "protocol"));
    }
    return orNone(String.join(",", ports));
  }

  private static String lastSeen(Map<?, ?> event) {
    String last = Tree.text(event, "lastTimestamp");
    return last.isEmpty() ? Tree.text(event, "eventTime") : last;
  }

  private String age(String since) {
    try {
      Duration age = Duration.between(Instant.parse(since), now);
      long seconds = Math.max(0, age.toSeconds());
      if (seconds < 120) {
        return seconds + "s";
      }
      if (seconds < 3 * 3600) {
        return seconds / 60 + "m";
      }
      return seconds < 48 * 3600 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    } catch (DateTimeParseException e) {
      return "<unknown>";
    }
  }
}
