package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.reach.host.Peers;
import io.kwhy.reach.route.Detours;
import io.kwhy.reach.route.HostRoutes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Facts in, what follows from them about packets out, in an order that does not depend on theirs.
 */
public final class Reach {
  private Reach() {}

  /** Verdicts on flows, wrong entries for peers, ranges that overlap. */
  public static List<Fact> follows(Collection<? extends Fact> facts) {
    Known known = new Known(facts);
    Peers peers = new Peers(known, /* v6= */ false);
    Peers peers6 = new Peers(known, /* v6= */ true);
    Set<Fact> follows = new LinkedHashSet<>();
    follows.addAll(new PeerEntries(known, peers).all());
    follows.addAll(new PeerEntries(known, peers6).all());
    follows.addAll(new Overlaps(known, peers).all());
    follows.addAll(SharedPublicIps.of(known));
    follows.addAll(new Detours(known, peers).all());
    follows.addAll(new Detours(known, peers6).all());
    follows.addAll(new HostRoutes(known, peers).missing());
    follows.addAll(new HostRoutes(known, peers6).missing());
    follows.addAll(new RulesetNotes(known).all());
    follows.addAll(new StaleServiceRules(known, peers).all());
    follows.addAll(new Flows(known, peers).all());
    follows.addAll(new Flows(known, peers6).all());
    return List.copyOf(SharedRemedies.shared(follows));
  }
}
