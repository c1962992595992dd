package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.names.Upstream;
import io.kwhy.netfilter.Packet;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions to the cluster's DNS, and what CoreDNS asks outside. */
final class NameFlows {
  private final FlowBasis basis;
  private final List<Fact> verdicts = new ArrayList<>();

  NameFlows(FlowBasis basis) {
    this.basis = basis;
  }

  /** What the node, and its pods, ask. */
  List<Fact> of(Peer from) {
    verdicts.clear();
    names(from);
    upstreams(from);
    return List.copyOf(verdicts);
  }

  /** The question of a host and of its pods to the cluster's DNS, by the address of its Service. */
  private void names(Peer from) {
    Judge judge = basis.judges().of(from);
    List<String> pods = basis.cluster().resolvers();
    if (judge == null || pods.isEmpty()) {
      return;
    }
    for (String service : basis.cluster().serviceAddresses("kube-system", "kube-dns")) {
      List<String> ends = Stream.concat(pods.stream(), Stream.of(service)).toList();
      Packet asked = Packet.udp(from.address(), Packets.CLIENT, service, 53);
      Flow ofHost = new Flow("node-to-dns", "53/udp", from.name(), from.name(), asked, ends);
      verdicts.add(judge.sent(ofHost));
      answers(from, judge);
      Optional<Flow> ofPods =
          basis
              .cluster()
              .somePod(from)
              .filter(pod -> basis.links().hasLink(from, NodeLinks.BRIDGE))
              .map(pod -> Packet.udp(pod, Packets.CLIENT, service, 53))
              .map(p -> new Flow("pod-to-dns", "53/udp", from.name(), from.name(), p, ends))
              .map(flow -> flow.on(NodeLinks.BRIDGE));
      ofPods.map(judge::received).ifPresent(verdicts::add);
      basis
          .services()
          .missing(from, judge, ofHost, ofPods, "kube-system", "kube-dns")
          .ifPresent(verdicts::add);
    }
  }

  /** What the pods behind the Service answer to the host, by the way of the pods' network. */
  private void answers(Peer asking, Judge judge) {
    for (Peer other : basis.peers().all()) {
      boolean own = other.name().equals(asking.name());
      Optional<String> self =
          own ? basis.links().bridgeAddress(asking) : basis.links().tunnelAddress(asking);
      String link = own ? NodeLinks.BRIDGE : basis.links().tunnelLink(asking);
      if (self.isPresent() && basis.links().hasLink(asking, link)) {
        for (String dns : basis.cluster().resolvers(other)) {
          Packet answer = Packets.answer(Packet.udp(self.get(), Packets.CLIENT, dns, 53));
          Flow told = new Flow("node-to-dns", "53/udp", asking.name(), other.name(), answer);
          verdicts.add(judge.received(told.on(link)));
        }
      }
    }
  }

  /** What CoreDNS hands on to servers outside, and what the host itself would ask them. */
  private void upstreams(Peer from) {
    Judge judge = basis.judges().of(from);
    if (judge == null) {
      return;
    }
    for (Upstream upstream : basis.known().of(Upstream.class, Upstream::node, from.name())) {
      Optional<String> pod =
          basis
              .known()
              .first(Pod.class, each -> each.name().equals(upstream.pod()))
              .map(Pod::podIp)
              .filter(basis.links()::ours);
      String to = upstream.address();
      if (pod.isPresent()
          && basis.links().ours(to)
          && !to.startsWith("127.")
          && !to.equals("::1")
          && basis.links().hasLink(from, NodeLinks.BRIDGE)) {
        String service = upstream.port() + "/udp";
        Packet question = Packet.udp(pod.get(), Packets.CLIENT, to, upstream.port());
        Flow flow = new Flow("dns-to-upstream", service, from.name(), to, question);
        verdicts.add(judge.received(flow.on(NodeLinks.BRIDGE)));
        // Connection tracking has put the pod's address back before the rules see the answer.
        basis.returned().to(from, judge, flow).ifPresent(verdicts::add);
        Packet own = Packet.udp(from.address(), Packets.CLIENT, to, upstream.port());
        Flow asked = new Flow("node-to-upstream", service, from.name(), to, own);
        verdicts.add(judge.sent(asked));
        basis.returned().to(from, judge, asked).ifPresent(verdicts::add);
      }
    }
  }
}
