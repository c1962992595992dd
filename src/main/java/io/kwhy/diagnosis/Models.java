package io.kwhy.diagnosis;

import io.kwhy.fact.Fact;
import io.kwhy.names.Resolving;
import io.kwhy.policy.Policies;
import io.kwhy.reach.Reach;
import io.kwhy.workload.Workloads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What follows from the facts by how things work, before any rule asks what it means. */
public final class Models {
  private Models() {}

  /** The facts, and after them what the models make of them. */
  public static List<Fact> completed(Collection<? extends Fact> facts) {
    List<Fact> completed = new ArrayList<>(facts);
    // Whom CoreDNS asks decides which packets have to pass.
    completed.addAll(Resolving.follows(facts));
    completed.addAll(Reach.follows(List.copyOf(completed)));
    completed.addAll(Policies.follows(facts));
    completed.addAll(Workloads.follows(facts));
    return List.copyOf(completed);
  }
}
