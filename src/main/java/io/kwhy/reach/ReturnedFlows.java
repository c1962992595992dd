package io.kwhy.reach;

import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.netfilter.Packet;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import java.util.Optional;

/** Answers that come from outside to what was asked there. */
final class ReturnedFlows {
  private final NodeLinks links;

  ReturnedFlows(NodeLinks links) {
    this.links = links;
  }

  /** The answer from outside, as it comes in by the host's own interface. */
  Optional<FlowVerdict> to(Peer peer, Judge judge, Flow asked) {
    String link = links.linkOf(peer, peer.address());
    Packet answer = Packets.answer(asked.packet());
    if (!link.isEmpty() && links.ours(peer.address())) {
      Flow flow = new Flow(asked.name(), asked.service(), asked.from(), asked.to(), answer);
      FlowVerdict verdict = judge.received(flow.on(link));
      // One that passes says nothing of what was asked: whether that is masqueraded, for one.
      return Optional.of(verdict).filter(v -> v.lost() || v.open());
    }
    return Optional.empty();
  }
}
