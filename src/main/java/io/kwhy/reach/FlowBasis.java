package io.kwhy.reach;

import io.kwhy.fact.Known;
import io.kwhy.reach.host.Peers;

/** What flows are derived from and judged by; made once for flows of all kinds. */
record FlowBasis(
    Known known,
    Peers peers,
    Judges judges,
    NodeLinks links,
    ClusterAddresses cluster,
    ServiceRules services,
    ReturnedFlows returned) {
  static FlowBasis of(Known known, Peers peers) {
    NodeLinks links = new NodeLinks(known, peers);
    return new FlowBasis(
        known,
        peers,
        new Judges(known, peers),
        links,
        new ClusterAddresses(known, links),
        new ServiceRules(known, links),
        new ReturnedFlows(links));
  }
}
