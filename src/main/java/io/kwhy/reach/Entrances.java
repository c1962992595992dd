package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.HostPort;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.PortForward;
import io.kwhy.netfilter.Header;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Step;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ports at which the world reaches Services of type LoadBalancer: where a pod of ServiceLB
 * runs, its node's rules give packets to the node's address and that port to a pod. Each is asked
 * twice, for somebody far away and for somebody beside the node: a port that only neighbours may
 * use is mostly meant so.
 *
 * @see <a href="https://docs.k3s.io/networking/networking-services#service-load-balancer">k3s:
 *     ServiceLB</a>
 */
final class Entrances {
  static final String FAR = "outside";
  static final String NEAR = "the node's own network";

  private static final String FLOW = "load-balancer";
  private static final String SERVICE = "svccontroller.k3s.cattle.io/svcname";
  private static final String NAMESPACE = "svccontroller.k3s.cattle.io/svcnamespace";
  private static final String BRIDGE = "cni0";

  /** An address for documentation, which stands for the world (RFC 5737). */
  static final String WORLD = "198.51.100.1";

  /** Likewise (RFC 3849). */
  static final String WORLD6 = "2001:db8::1";

  private final Known known;
  private final Peers peers;
  private final Map<String, Judge> judges;
  private final List<Fact> verdicts = new ArrayList<>();

  Entrances(Known known, Peers peers, Map<String, Judge> judges) {
    this.known = known;
    this.peers = peers;
    this.judges = judges;
  }

  List<Fact> all() {
    for (Peer peer : peers.all()) {
      Judge judge = judges.get(peer.name());
      if (judge != null) {
        known.of(Pod.class, Pod::node, peer.name()).stream()
            .filter(pod -> pod.labels().containsKey(SERVICE) && pod.ready() && !pod.over())
            .forEach(pod -> ports(pod).forEach(port -> ask(peer, judge, port, ends(pod))));
      }
    }
    return verdicts;
  }

  private List<HostPort> ports(Pod pod) {
    return known.of(HostPort.class, HostPort::pod, pod.name()).stream()
        .filter(port -> port.namespace().equals(pod.namespace()) && !port.hostNetwork())
        .toList();
  }

  /** Addresses that answer for the Service: those of the pod itself, and of its endpoints. */
  private List<String> ends(Pod pod) {
    String service = pod.labels().get(SERVICE);
    String namespace = pod.labels().getOrDefault(NAMESPACE, "");
    Stream<String> endpoints =
        known.all(Endpoint.class).stream()
            .filter(each -> each.namespace().equals(namespace) && each.service().equals(service))
            .map(Endpoint::address);
    return Stream.concat(Stream.of(pod.podIp()), endpoints).distinct().toList();
  }

  private void ask(Peer peer, Judge judge, HostPort port, List<String> ends) {
    for (InterfaceAddress own :
        known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host())) {
      if (own.address().equals(peer.address()) && version6(own) == peers.v6()) {
        Asked far = new Asked(peer, judge, own, port, ends);
        from(FAR, peers.v6() ? WORLD6 : WORLD, far);
        new Neighbourhood(known, peers).free(own).ifPresent(near -> from(NEAR, near, far));
      }
    }
  }

  private static boolean version6(InterfaceAddress own) {
    return own.address().indexOf(':') >= 0;
  }

  /** A port of a node that somebody asks. */
  private record Asked(
      Peer peer, Judge judge, InterfaceAddress own, HostPort port, List<String> ends) {

    String protocol() {
      return port.protocol().toLowerCase(Locale.ROOT);
    }

    Optional<Packet> packet(String source) {
      return switch (protocol()) {
        case "udp" -> Optional.of(Packet.udp(source, Packets.CLIENT, own.address(), port.port()));
        case "tcp" -> Optional.of(Packet.tcp(source, Packets.CLIENT, own.address(), port.port()));
        default -> Optional.empty();
      };
    }
  }

  private void from(String who, String source, Asked asked) {
    Optional<Packet> packet = asked.packet(source);
    if (packet.isEmpty()) {
      return;
    }
    String service = asked.port().port() + "/" + asked.protocol();
    Flow flow =
        new Flow(FLOW, service, who, asked.peer().name(), packet.get(), asked.ends())
            .on(asked.own().link());
    // What no rule hands on is the host's own business: nothing of the cluster hears it.
    if (!asked.judge().keeps(flow)) {
      FlowVerdict verdict = asked.judge().received(flow);
      add(verdict);
      if (!verdict.lost()) {
        asked.judge().forwarding(flow).ifPresent(step -> add(forward(asked, step)));
      }
      answers(flow, asked);
    }
  }

  private static PortForward forward(Asked asked, Step step) {
    return new PortForward(
        asked.peer().name(),
        asked.port().port(),
        asked.protocol(),
        step.text(),
        new Origin(step.source(), step.line()));
  }

  /**
   * What a pod of the node says to it. Where the node asked in its own name, the kernel has put the
   * real asker back by the time most rules see it.
   */
  private void answers(Flow flow, Asked asked) {
    for (Header end : asked.judge().ends(flow)) {
      Peer peer = asked.peer();
      if (peer.ranges().stream().anyMatch(range -> range.contains(end.destination()))) {
        IpAddress client = flow.packet().header().source();
        Packet back = Packets.answer(flow.packet().with(end.from(client, Packets.CLIENT)));
        Flow answer = new Flow(FLOW, flow.service(), flow.from(), flow.to(), back);
        add(asked.judge().received(answer.on(BRIDGE)));
      }
    }
  }

  private void add(Fact verdict) {
    if (!verdicts.contains(verdict)) {
      verdicts.add(verdict);
    }
  }
}
