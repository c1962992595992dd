package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The flows that k3s needs between its nodes and pods, each judged where its packets leave and
 * where they arrive.
 *
 * @see <a href="https://docs.k3s.io/installation/requirements#inbound-rules-for-k3s-nodes">k3s:
 *     inbound rules</a>
 */
final class Flows {
  private final Known known;
  private final Peers peers;
  private final List<Fact> verdicts = new ArrayList<>();

  Flows(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  List<Fact> all() {
    FlowBasis basis = FlowBasis.of(known, peers);
    Judges judges = basis.judges();
    HostFlows hosts = new HostFlows(basis);
    PodFlows pods = new PodFlows(basis);
    OutsideFlows outside = new OutsideFlows(basis);
    NameFlows names = new NameFlows(basis);
    // Between two hosts whose rules are not known there is nothing to judge.
    List<Peer> judged = peers.all().stream().filter(judges::know).toList();
    for (Peer from : peers.all()) {
      for (Peer to : judges.know(from) ? peers.all() : judged) {
        if (!from.name().equals(to.name())) {
          verdicts.addAll(hosts.between(from, to));
          verdicts.addAll(pods.between(from, to));
        }
      }
      // A Node may have no address yet, and somebody may have taken it out of a bundle.
      if (!from.address().isEmpty()) {
        verdicts.addAll(outside.of(from));
        verdicts.addAll(names.of(from));
      }
    }
    verdicts.addAll(new Entrances(known, peers, judges.all()).all());
    verdicts.addAll(new NodePorts(known, peers, judges.all()).all());
    verdicts.addAll(new Probed(known, peers, judges.all()).all());
    return withoutEchoes();
  }

  /** Where one rule ends what is asked, that it ends the answer too says nothing more. */
  private List<Fact> withoutEchoes() {
    Set<List<Object>> ended = new HashSet<>();
    for (Fact fact : verdicts) {
      if (fact instanceof FlowVerdict v && !v.answer() && (v.lost() || v.open())) {
        ended.add(where(v));
      }
    }
    return verdicts.stream()
        .filter(fact -> !(fact instanceof FlowVerdict v && v.answer() && ended.contains(where(v))))
        .toList();
  }

  private static List<Object> where(FlowVerdict verdict) {
    Set<String> ends = new TreeSet<>(List.of(verdict.from(), verdict.to()));
    return List.of(verdict.flow(), ends, verdict.node(), verdict.rule(), verdict.origin());
  }
}
