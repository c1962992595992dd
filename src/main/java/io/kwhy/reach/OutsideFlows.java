package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.netfilter.Packet;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What pods say to the world and to the API, and a host to its own pods. */
final class OutsideFlows {
  /** An address for documentation, which stands for the world (RFC 5737). */
  private static final String OUTSIDE = "198.51.100.1";

  /** Likewise (RFC 3849). */
  private static final String OUTSIDE6 = "2001:db8::1";

  private final FlowBasis basis;
  private final List<Fact> verdicts = new ArrayList<>();

  OutsideFlows(FlowBasis basis) {
    this.basis = basis;
  }

  /** What the node's pods, and the node itself, have to say. */
  List<Fact> of(Peer from) {
    verdicts.clear();
    Judge judge = basis.judges().of(from);
    Optional<String> pod = basis.cluster().somePod(from);
    if (judge != null && pod.isPresent() && basis.links().hasLink(from, NodeLinks.BRIDGE)) {
      toTheWorld(from, judge, pod.get());
      toTheApi(from, judge, pod.get());
      toOwnPods(from, judge, pod.get());
    }
    return List.copyOf(verdicts);
  }

  private void toTheWorld(Peer from, Judge judge, String pod) {
    Packet packet = Packet.tcp(pod, Packets.CLIENT, basis.peers().v6() ? OUTSIDE6 : OUTSIDE, 443);
    Flow out = new Flow("pod-to-outside", "", from.name(), "", packet);
    FlowVerdict verdict = judge.received(out.on(NodeLinks.BRIDGE));
    // Addresses of IPv6 stay as they are, unless flannel is told otherwise.
    if (!basis.peers().v6() || verdict.lost()) {
      verdicts.add(verdict);
    }
    basis.returned().to(from, judge, out).ifPresent(verdicts::add);
  }

  /** By the address of its Service, and the answers of each server that may stand behind it. */
  private void toTheApi(Peer from, Judge judge, String pod) {
    for (String address : basis.cluster().serviceAddresses("default", "kubernetes")) {
      Flow asked = api(from, Packet.tcp(pod, Packets.CLIENT, address, 443)).on(NodeLinks.BRIDGE);
      verdicts.add(judge.received(asked));
      Flow ofHost = api(from, Packet.tcp(from.address(), Packets.CLIENT, address, 443));
      basis
          .services()
          .missing(from, judge, ofHost, Optional.of(asked), "default", "kubernetes")
          .ifPresent(verdicts::add);
      for (Peer server : basis.peers().all()) {
        if (server.server() && !server.equals(from) && basis.links().ours(server.address())) {
          int port = basis.cluster().apiPort(server);
          Flow direct = api(from, Packet.tcp(pod, Packets.CLIENT, server.address(), port));
          basis.returned().to(from, judge, direct).ifPresent(verdicts::add);
        }
      }
    }
  }

  private static Flow api(Peer from, Packet packet) {
    return new Flow("pod-to-apiserver", "443/tcp", from.name(), "", packet);
  }

  private void toOwnPods(Peer from, Judge judge, String pod) {
    for (InterfaceAddress own :
        basis.known().of(InterfaceAddress.class, InterfaceAddress::node, from.host())) {
      if (own.link().equals(NodeLinks.BRIDGE) && basis.links().ours(own.address())) {
        Packet probe = Packet.tcp(own.address(), Packets.CLIENT, pod, 8080);
        verdicts.add(judge.sent(new Flow("node-to-pod", "", from.name(), from.name(), probe)));
        Packet answer = Packets.answer(probe);
        Flow back = new Flow("node-to-pod", "", from.name(), from.name(), answer);
        verdicts.add(judge.received(back.on(NodeLinks.BRIDGE)));
      }
    }
  }
}
