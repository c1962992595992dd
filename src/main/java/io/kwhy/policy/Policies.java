package io.kwhy.policy;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.NetworkPolicy;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.PolicyBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Facts in, wanted connections that NetworkPolicies do not let through out. */
public final class Policies {
  private final Openings openings;
  private final List<Fact> blocks = new ArrayList<>();

  private Policies(Known facts) {
    this.openings = new Openings(facts);
  }

  /** The connections, in an order that does not depend on that of the facts. */
  public static List<Fact> follows(Collection<? extends Fact> all) {
    Known facts = new Known(all);
    if (facts.all(NetworkPolicy.class).isEmpty()) {
      return List.of();
    }
    Policies policies = new Policies(facts);
    new Attempts(facts).all().forEach(policies::judge);
    return List.copyOf(policies.blocks);
  }

  private void judge(Attempt attempt) {
    openings.egress(attempt).ifPresent(closure -> block("egress", closure, attempt));
    openings.ingress(attempt).ifPresent(closure -> block("ingress", closure, attempt));
  }

  private void block(String direction, Closure closure, Attempt attempt) {
    Optional<Pod> client = attempt.client();
    Optional<Pod> server = attempt.server();
    for (NetworkPolicy policy : closure.policies()) {
      blocks.add(
          new PolicyBlock(
              direction,
              policy.namespace(),
              policy.name(),
              client.isPresent() ? "pod" : "node",
              client.map(Pod::namespace).orElse(""),
              client.map(Pod::name).or(() -> attempt.node().map(Node::name)).orElse(""),
              server.map(Pod::namespace).orElse(""),
              server.map(Pod::name).orElse(attempt.address()),
              attempt.port(),
              policy.created(),
              policy.origin()));
    }
  }
}
