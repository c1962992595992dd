package io.kwhy.reach;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.FlannelNode;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.PodCidr;
import io.kwhy.fact.node.Host;
import io.kwhy.fact.node.NodeName;
import io.kwhy.netfilter.IpPrefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes of the cluster: those that the API knows, else the hosts of the capture. */
final class Peers {
  private final Known known;
  private final Map<String, String> hosts = new LinkedHashMap<>();
  private final List<Peer> all = new ArrayList<>();

  Peers(Known known) {
    this.known = known;
    known.all(NodeName.class).forEach(name -> hosts.putIfAbsent(name.name(), name.node()));
    known.all(Node.class).forEach(node -> all.add(peer(node)));
    if (all.isEmpty()) {
      known.all(Host.class).forEach(host -> all.add(peer(host)));
    }
  }

  List<Peer> all() {
    return all;
  }

  private Peer peer(Node node) {
    Optional<FlannelNode> flannel =
        known.of(FlannelNode.class, FlannelNode::node, node.name()).stream().findFirst();
    return new Peer(
        node.name(),
        hosts.getOrDefault(node.name(), ""),
        node.controlPlane(),
        node.internalIp(),
        flannel.map(FlannelNode::publicIp).orElse(""),
        flannel.map(FlannelNode::backend).orElse(""),
        flannel.map(FlannelNode::vtepMac).orElse(""),
        ranges(node.name()));
  }

  private List<IpPrefix> ranges(String node) {
    return known.of(PodCidr.class, PodCidr::node, node).stream()
        .filter(range -> range.cidr().indexOf(':') < 0)
        .flatMap(range -> IpPrefix.parse(range.cidr()).stream())
        .toList();
  }

  private static Peer peer(Host host) {
    String address = host.addresses().isEmpty() ? "" : host.addresses().get(0);
    String captured = host.collected() ? host.node() : "";
    boolean server = host.role().equals("server");
    return new Peer(host.node(), captured, server, address, "", "", "", List.of());
  }
}
