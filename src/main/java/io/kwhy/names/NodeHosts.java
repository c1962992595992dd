package io.kwhy.names;

import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeAddress;
import io.kwhy.fact.names.NodeHostsFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * CoreDNS's list of nodes, which a controller of k3s keeps in a ConfigMap: each time that a node
 * reports, it sees to the node's lines.
 *
 * @see <a href="https://github.com/k3s-io/k3s/blob/main/pkg/node/controller.go">k3s: node
 *     controller</a>
 */
final class NodeHosts {
  /** More than the controller needs after a report. */
  private static final long SETTLED_SECONDS = 30;

  private final Known known;
  private final Optional<ConfigText> list;

  NodeHosts(Known known) {
    this.known = known;
    this.list =
        known.first(
            ConfigText.class,
            text ->
                text.namespace().equals("kube-system")
                    && text.name().equals("coredns")
                    && text.key().equals("NodeHosts"));
  }

  /** The addresses that the list has for a name. */
  List<String> addresses(String name) {
    return list.stream()
        .flatMap(text -> text.content().lines())
        .map(line -> Arrays.asList(line.replaceFirst("#.*", "").strip().split("\\s+")))
        .filter(words -> words.stream().skip(1).anyMatch(name::equalsIgnoreCase))
        .map(words -> words.get(0))
        .toList();
  }

  /** Nodes that the list lacks, or has with another address than their own. */
  List<Fact> faults() {
    List<Fact> faults = new ArrayList<>();
    for (Node node : known.all(Node.class, this::isSettled)) {
      list.ifPresent(text -> faults.addAll(faults(node, text)));
    }
    return faults;
  }

  private boolean isSettled(Node node) {
    return !node.internalIp().isEmpty()
        && !node.deleting()
        && known.all(CaptureTime.class).stream()
            .anyMatch(now -> isPast(now, node.created()) && isPast(now, node.heartbeat()));
  }

  private static boolean isPast(CaptureTime now, Instant time) {
    return !now.time().equals(Fact.UNKNOWN_TIME) && now.passed(time, SETTLED_SECONDS);
  }

  private List<NodeHostsFault> faults(Node node, ConfigText text) {
    List<String> listed = addresses(node.name());
    if (listed.isEmpty()) {
      return List.of(new NodeHostsFault(node.name(), "", node.internalIp(), text.origin()));
    }
    List<String> own = own(node);
    return listed.stream()
        .filter(address -> !own.contains(address))
        .map(each -> new NodeHostsFault(node.name(), each, node.internalIp(), text.origin()))
        .toList();
  }

  private List<String> own(Node node) {
    return known.all(NodeAddress.class, address -> address.node().equals(node.name())).stream()
        .map(NodeAddress::address)
        .toList();
  }
}
