package io.kwhy.reach;

import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.cluster.ServicePort;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.PortForward;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Step;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * By which rules nodes hand on what comes to the ports of Services of type NodePort, where no
 * process of theirs listens. A few are enough to see how.
 */
final class NodePorts {
  private static final int SOME = 3;

  private final Known known;
  private final Peers peers;
  private final Map<String, Judge> judges;

  NodePorts(Known known, Peers peers, Map<String, Judge> judges) {
    this.known = known;
    this.peers = peers;
    this.judges = judges;
  }

  List<PortForward> all() {
    List<PortForward> all = new ArrayList<>();
    List<ServicePort> ports = ports();
    for (Peer peer : peers.all()) {
      Judge judge = judges.get(peer.name());
      if (judge != null) {
        ports.forEach(port -> forward(peer, judge, port).ifPresent(all::add));
      }
    }
    return all;
  }

  private List<ServicePort> ports() {
    return known.all(ServicePort.class).stream()
        .filter(port -> port.nodePort() > 0 && ofNodes(port) && answered(port))
        .filter(port -> port.protocol().equals("TCP"))
        .sorted(Comparator.comparingInt(ServicePort::nodePort))
        .limit(SOME)
        .toList();
  }

  private boolean ofNodes(ServicePort port) {
    return known
        .first(
            Service.class,
            s -> s.namespace().equals(port.namespace()) && s.name().equals(port.service()))
        .filter(service -> service.type().equals("NodePort"))
        .isPresent();
  }

  private boolean answered(ServicePort port) {
    return known.all(Endpoint.class).stream()
        .anyMatch(
            each ->
                each.ready()
                    && each.namespace().equals(port.namespace())
                    && each.service().equals(port.service()));
  }

  private Optional<PortForward> forward(Peer peer, Judge judge, ServicePort port) {
    String protocol = port.protocol().toLowerCase(Locale.ROOT);
    return known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
        .filter(own -> own.address().equals(peer.address()))
        .filter(own -> own.address().contains(":") == peers.v6())
        .findFirst()
        .flatMap(own -> step(peer, judge, own, port.nodePort()))
        .map(step -> forward(peer, port.nodePort(), protocol, step));
  }

  private Optional<Step> step(Peer peer, Judge judge, InterfaceAddress own, int port) {
    Packet packet =
        Packet.tcp(
            peers.v6() ? Entrances.WORLD6 : Entrances.WORLD, Packets.CLIENT, own.address(), port);
    Flow flow =
        new Flow("node-port", port + "/tcp", Entrances.FAR, peer.name(), packet).on(own.link());
    return judge.keeps(flow) ? Optional.empty() : judge.forwarding(flow);
  }

  private static PortForward forward(Peer peer, int port, String protocol, Step step) {
    Origin origin = new Origin(step.source(), step.line());
    return new PortForward(peer.name(), port, protocol, step.text(), origin);
  }
}
