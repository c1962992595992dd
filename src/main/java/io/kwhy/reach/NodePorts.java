package io.kwhy.reach;

import io.kwhy.fact.Fact;
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
 * process of theirs listens, and by which they end it. A few are enough to see how. As with {@link
 * Entrances}, somebody far away asks, and somebody beside the node.
 */
final class NodePorts {
  static final String FLOW = "node-port";

  private static final int SOME = 3;

  private final Known known;
  private final Peers peers;
  private final Map<String, Judge> judges;

  NodePorts(Known known, Peers peers, Map<String, Judge> judges) {
    this.known = known;
    this.peers = peers;
    this.judges = judges;
  }

  List<Fact> all() {
    List<Fact> all = new ArrayList<>();
    List<ServicePort> ports = ports();
    for (Peer peer : peers.all()) {
      Judge judge = judges.get(peer.name());
      if (judge != null) {
        ports.forEach(port -> own(peer).ifPresent(own -> all.addAll(ask(peer, judge, own, port))));
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
    return service(port).filter(service -> service.type().equals("NodePort")).isPresent();
  }

  private String policy(ServicePort port) {
    return service(port).map(Service::externalTrafficPolicy).orElse("");
  }

  private Optional<Service> service(ServicePort port) {
    return known.first(
        Service.class,
        s -> s.namespace().equals(port.namespace()) && s.name().equals(port.service()));
  }

  private boolean answered(ServicePort port) {
    return known.all(Endpoint.class).stream()
        .anyMatch(
            each ->
                each.ready()
                    && each.namespace().equals(port.namespace())
                    && each.service().equals(port.service()));
  }

  private Optional<InterfaceAddress> own(Peer peer) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
        .filter(own -> own.address().equals(peer.address()))
        .filter(own -> own.address().contains(":") == peers.v6())
        .findFirst();
  }

  private List<Fact> ask(Peer peer, Judge judge, InterfaceAddress own, ServicePort port) {
    String protocol = port.protocol().toLowerCase(Locale.ROOT);
    List<Fact> said = new ArrayList<>();
    Flow far = flow(Entrances.FAR, world(), peer, own, port);
    if (!judge.keeps(far)) {
      judge
          .forwarding(far)
          .ifPresent(step -> said.add(forward(peer, port.nodePort(), protocol, step)));
      // Without a pod of its own a node ends what comes to such a Service, as it is to.
      if (!policy(port).equals("Local")) {
        said.add(judge.received(far));
        new Neighbourhood(known, peers)
            .free(own)
            .map(near -> flow(Entrances.NEAR, near, peer, own, port))
            .ifPresent(near -> said.add(judge.received(near)));
      }
    }
    return said;
  }

  private String world() {
    return peers.v6() ? Entrances.WORLD6 : Entrances.WORLD;
  }

  private static Flow flow(
      String who, String from, Peer peer, InterfaceAddress own, ServicePort port) {
    Packet packet = Packet.tcp(from, Packets.CLIENT, own.address(), port.nodePort());
    return new Flow(FLOW, port.nodePort() + "/tcp", who, peer.name(), packet).on(own.link());
  }

  private static PortForward forward(Peer peer, int port, String protocol, Step step) {
    Origin origin = new Origin(step.source(), step.line());
    return new PortForward(peer.name(), port, protocol, step.text(), origin);
  }
}
