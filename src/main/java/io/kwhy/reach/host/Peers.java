package io.kwhy.reach.host;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.FlannelNode;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.PodCidr;
import io.kwhy.fact.node.Host;
import io.kwhy.fact.node.NodeName;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes of the cluster, as packets of IPv4 or of IPv6 see them: those that the API knows, else
 * the hosts of the capture.
 */
public final class Peers {
  private final Known known;
  private final boolean v6;
  private final Map<String, String> hosts = new LinkedHashMap<>();
  private final List<Peer> all = new ArrayList<>();

  /** Of either family. */
  public Peers(Known known, boolean v6) {
    this.known = known;
    this.v6 = v6;
    known.all(NodeName.class).forEach(name -> hosts.putIfAbsent(name.name(), name.node()));
    known.all(Node.class).forEach(node -> all.add(peer(node)));
    if (all.isEmpty()) {
      known.all(Host.class).forEach(host -> all.add(peer(host)));
    }
  }

  /** Whether packets of IPv6 are meant. */
  public boolean v6() {
    return v6;
  }

  /** All of them, in the order of their names. */
  public List<Peer> all() {
    return all;
  }

  /** Whether it is an address of the family that is meant. */
  public boolean ours(String address) {
    return IpAddress.parse(address).filter(each -> each.v6() == v6).isPresent();
  }

  private Peer peer(Node node) {
    Optional<FlannelNode> flannel =
        known.of(FlannelNode.class, FlannelNode::node, node.name()).stream().findFirst();
    return new Peer(
        node.name(),
        hosts.getOrDefault(node.name(), ""),
        node.controlPlane(),
        address(node.internalIp()),
        flannel.map(v6 ? FlannelNode::publicIp6 : FlannelNode::publicIp).orElse(""),
        flannel.map(FlannelNode::backend).orElse(""),
        flannel.map(v6 ? FlannelNode::vtepMac6 : FlannelNode::vtepMac).orElse(""),
        ranges(node.name()));
  }

  /** Where somebody took addresses out of a bundle, another word may stand in its place. */
  private static String address(String text) {
    return IpAddress.parse(text).isPresent() ? text : "";
  }

  private List<IpPrefix> ranges(String node) {
    return known.of(PodCidr.class, PodCidr::node, node).stream()
        .flatMap(range -> IpPrefix.parse(range.cidr()).stream())
        .filter(range -> range.network().v6() == v6)
        .toList();
  }

  private static Peer peer(Host host) {
    String address = host.addresses().isEmpty() ? "" : address(host.addresses().get(0));
    String captured = host.collected() ? host.node() : "";
    boolean server = host.role().equals("server");
    return new Peer(host.node(), captured, server, address, "", "", "", List.of());
  }
}
