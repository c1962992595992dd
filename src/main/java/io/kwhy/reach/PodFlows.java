package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.netfilter.Packet;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What pods of one node say to those of another, and hosts to pods of another. */
final class PodFlows {
  private final Judges judges;
  private final NodeLinks links;
  private final ClusterAddresses cluster;
  private final List<Fact> verdicts = new ArrayList<>();

  PodFlows(FlowBasis basis) {
    this.judges = basis.judges();
    this.links = basis.links();
    this.cluster = basis.cluster();
  }

  /** What the one's have to say to the other's. */
  List<Fact> between(Peer from, Peer to) {
    verdicts.clear();
    pods(from, to);
    echo(from, to);
    return List.copyOf(verdicts);
  }

  /** From the bridge of the one to the bridge of the other, and the answer back. */
  private void pods(Peer from, Peer to) {
    Optional<String> source = cluster.somePod(from);
    Optional<String> destination = cluster.somePod(to);
    if (source.isEmpty() || destination.isEmpty()) {
      return;
    }
    Packet first = Packet.tcp(source.get(), Packets.CLIENT, destination.get(), 8080);
    forwarded(new Flow("pod-to-pod", "", from.name(), to.name(), first), from, to);
    Packet answer = Packets.answer(first);
    forwarded(new Flow("pod-to-pod", "", from.name(), to.name(), answer), to, from);
    List<String> resolvers = cluster.resolvers(to);
    if (from.server() || !resolvers.isEmpty()) {
      links.tunnelAddress(from).ifPresent(host -> toPod(host, destination.get(), from, to));
    }
    for (String dns : resolvers) {
      Packet question = Packet.udp(source.get(), Packets.CLIENT, dns, 53);
      forwarded(new Flow("pod-to-dns", "53/udp", from.name(), to.name(), question), from, to);
      Packet told = Packets.answer(question);
      forwarded(new Flow("pod-to-dns", "53/udp", from.name(), to.name(), told), to, from);
    }
  }

  /** From a host to a pod of another, as the API asks webhooks, and the answer back. */
  private void toPod(String host, String pod, Peer from, Peer to) {
    Packet first = Packet.tcp(host, Packets.CLIENT, pod, 8080);
    Flow asked = new Flow("node-to-pod", "", from.name(), to.name(), first);
    Judge near = judges.of(from);
    if (near != null) {
      verdicts.add(near.sent(asked));
    }
    received(asked, to, links.tunnelLink(to));
    Packet answer = Packets.answer(first);
    Flow answered = new Flow("node-to-pod", "", from.name(), to.name(), answer);
    received(answered, to, NodeLinks.BRIDGE);
    received(answered, from, links.tunnelLink(from));
  }

  private void received(Flow flow, Peer peer, String link) {
    Judge judge = judges.of(peer);
    if (judge != null && !link.isEmpty() && links.hasLink(peer, link)) {
      verdicts.add(judge.received(flow.on(link)));
    }
  }

  /** An echo request between the tunnels' own addresses, as probes send it. */
  private void echo(Peer from, Peer to) {
    String link = links.tunnelLink(to);
    if (from.ranges().isEmpty() || to.ranges().isEmpty() || !link.startsWith("flannel")) {
      return;
    }
    String source = from.ranges().get(0).network().toString();
    String destination = to.ranges().get(0).network().toString();
    Flow flow = new Flow("echo", "", from.name(), to.name(), Packet.ping(source, destination));
    Judge near = judges.of(from);
    if (near != null) {
      verdicts.add(near.sent(flow));
    }
    Judge far = judges.of(to);
    if (far != null && links.hasLink(to, link)) {
      verdicts.add(far.received(flow.on(link)));
    }
  }

  private void forwarded(Flow flow, Peer sender, Peer receiver) {
    received(flow, sender, NodeLinks.BRIDGE);
    received(flow, receiver, links.tunnelLink(receiver));
  }
}
