package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Facts in, what follows from them about names out, in an order that does not depend on theirs. */
public final class Resolving {
  private Resolving() {}

  /** The resolvers of hosts and pods, what CoreDNS would do, and what it would turn down. */
  public static List<Fact> follows(Collection<? extends Fact> facts) {
    Known known = new Known(facts);
    NodeResolvers hosts = new NodeResolvers(known);
    List<Fact> follows = new ArrayList<>(hosts.all());
    List<Fact> pods = new PodResolvers(known, hosts).all();
    follows.addAll(pods);
    Known withPods = known.with(pods);
    follows.addAll(new SearchCaptures(withPods, hosts).all());
    follows.addAll(new OwnServers(withPods).silent());
    List<Fact> configuration = new CorednsConfiguration(known, hosts).all();
    follows.addAll(configuration);
    follows.addAll(new NodeHosts(known).faults());
    follows.addAll(new CorednsRights(known).all());
    Known configured = known.with(configuration);
    follows.addAll(new DnsPolicies(configured).all());
    follows.addAll(new ClusterDnsSettings(configured).all());
    follows.addAll(new NamesNotFound(configured).all());
    return List.copyOf(follows);
  }
}
