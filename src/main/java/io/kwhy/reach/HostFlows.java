package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.network.FlannelConfig;
import io.kwhy.fact.network.ListeningSocket;
import io.kwhy.fact.network.Vxlan;
import io.kwhy.fact.probe.Probe;
import io.kwhy.netfilter.Packet;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What hosts say to each other: the tunnel, the API, kubelets, etcd. */
final class HostFlows {
  private final Known known;
  private final Judges judges;
  private final NodeLinks links;
  private final ClusterAddresses cluster;
  private final boolean v6;

  /** Nodes with metrics-server, which asks kubelets as the servers do, masqueraded as its node. */
  private final Set<String> metricsServers = new HashSet<>();

  /** Ports, {@code address port}, at which some probe met nobody. */
  private final Set<String> unanswered = new HashSet<>();

  private final boolean etcd;
  private final List<Fact> verdicts = new ArrayList<>();

  HostFlows(FlowBasis basis) {
    this.known = basis.known();
    this.judges = basis.judges();
    this.links = basis.links();
    this.cluster = basis.cluster();
    this.v6 = links.v6();
    for (Pod pod : known.all(Pod.class)) {
      if (pod.name().startsWith("metrics-server-")) {
        metricsServers.add(pod.node());
      }
    }
    for (Probe probe : known.all(Probe.class)) {
      if (probe.port() > 0 && !probe.result().equals("ok")) {
        unanswered.add(probe.address() + " " + probe.port());
      }
    }
    // Peers of etcd talk on 2380; with another datastore nobody listens there, nor misses a peer.
    this.etcd =
        known.all(ListeningSocket.class).stream().anyMatch(each -> each.port() == 2380)
            || known.all(LogSignal.class).stream()
                .anyMatch(each -> each.signal().equals("etcd-peer-unreachable"));
  }

  /** What the one has to say to the other. */
  List<Fact> between(Peer from, Peer to) {
    verdicts.clear();
    tunnel(from, to);
    hosts(from, to);
    return List.copyOf(verdicts);
  }

  private void tunnel(Peer from, Peer to) {
    if (from.publicIp().isEmpty() || !from.backend().equals(to.backend())) {
      return;
    }
    if (to.backend().equals("vxlan")) {
      between("vxlan", from, to, from.publicIp(), to.publicIp(), vxlanPort(to), "udp");
    } else if (to.backend().equals("wireguard")) {
      between("wireguard", from, to, from.publicIp(), to.publicIp(), wireguardPort(to), "udp");
    }
  }

  private int vxlanPort(Peer peer) {
    return known.of(Vxlan.class, Vxlan::node, peer.host()).stream()
        .filter(vxlan -> vxlan.link().equals(links.tunnelLink(peer)) && vxlan.port() > 0)
        .mapToInt(Vxlan::port)
        .findFirst()
        .orElse(8472);
  }

  private int wireguardPort(Peer peer) {
    if (v6 && links.hasLink(peer, "flannel-wg-v6")) {
      return 51_821;
    }
    return known.of(FlannelConfig.class, FlannelConfig::node, peer.host()).stream()
        .mapToInt(FlannelConfig::port)
        .filter(port -> port > 0)
        .findFirst()
        .orElse(51_820);
  }

  private void hosts(Peer from, Peer to) {
    if (from.server() || metricsServers.contains(from.name())) {
      between("kubelet", from, to, from.address(), to.address(), 10_250, "tcp");
    }
    if (to.server()) {
      between("apiserver", from, to, from.address(), to.address(), cluster.apiPort(to), "tcp");
    }
    if (from.server() && to.server() && etcd) {
      between("etcd", from, to, from.address(), to.address(), 2379, "tcp");
      between("etcd", from, to, from.address(), to.address(), 2380, "tcp");
    }
  }

  /** A packet from host to host: out at the one, in at the other; with TCP, and the answer back. */
  private void between(
      String name,
      Peer from,
      Peer to,
      String source,
      String destination,
      int port,
      String protocol) {
    if (!links.ours(source) || !links.ours(destination) || source.equals(destination)) {
      return;
    }
    String service = port + "/" + protocol;
    if (protocol.equals("udp")) {
      Packet packet = Packet.udp(source, Packets.CLIENT, destination, port);
      // The kernel itself takes a tunnel's packets, at this address and port only.
      List<String> ends = List.of(destination);
      across(new Flow(name, service, from.name(), to.name(), packet, ends), from, to);
    } else {
      Packet first = Packet.tcp(source, Packets.CLIENT, destination, port);
      // A port may be handed on to a program that answers, so a probe has to have met none.
      List<String> ends =
          unanswered.contains(destination + " " + port) ? List.of(destination) : List.of();
      across(new Flow(name, service, from.name(), to.name(), first, ends), from, to);
      Packet answer = Packets.answer(first);
      across(new Flow(name, service, from.name(), to.name(), answer), to, from);
    }
  }

  private void across(Flow flow, Peer sender, Peer receiver) {
    Judge near = judges.of(sender);
    if (near != null) {
      verdicts.add(near.sent(flow));
    }
    Judge far = judges.of(receiver);
    String link = links.linkOf(receiver, flow.packet().header().destination().toString());
    if (far != null && !link.isEmpty()) {
      verdicts.add(far.received(flow.on(link)));
    }
  }
}
