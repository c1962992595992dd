package io.kwhy.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Nodes as kubectl shows them. */
final class NodeColumns {
  private static final String ROLE = "node-role.kubernetes.io/";

  private NodeColumns() {}

  static Columns of(Ages ages) {
    return new Columns()
        .show("Status", NodeColumns::status)
        .show("Roles", NodeColumns::roles)
        .show("Age", ages::of)
        .text("Version", "status", "nodeInfo", "kubeletVersion")
        .wide("Internal-IP", node -> address(node, "InternalIP"))
        .wide("External-IP", node -> address(node, "ExternalIP"))
        .wide("OS-Image", node -> Tree.text(node, "status", "nodeInfo", "osImage"))
        .wide("Kernel-Version", node -> Tree.text(node, "status", "nodeInfo", "kernelVersion"))
        .wide(
            "Container-Runtime",
            node -> Tree.text(node, "status", "nodeInfo", "containerRuntimeVersion"));
  }

  private static String address(Map<?, ?> node, String type) {
    for (Object address : Tree.list(node, "status", "addresses")) {
      if (Tree.text(address, "type").equals(type)) {
        return Tree.text(address, "address");
      }
    }
    return "<none>";
  }

  private static String status(Map<?, ?> node) {
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
    List<String> roles = new ArrayList<>();
    Map<?, ?> labels = Tree.map(node, "metadata", "labels");
    for (Object label : labels.keySet()) {
      String name = label.toString();
      if (name.startsWith(ROLE) && name.length() > ROLE.length()) {
        roles.add(name.substring(ROLE.length()));
      } else if (name.equals("kubernetes.io/role")) {
        roles.add(String.valueOf(labels.get(label)));
      }
    }
    return Columns.orNone(String.join(",", new TreeSet<>(roles)));
  }
}
