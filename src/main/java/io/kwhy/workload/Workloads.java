package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.workload.ImagePull;
import io.kwhy.fact.workload.PodAddressUse;
import io.kwhy.fact.workload.SandboxFailure;
import io.kwhy.fact.workload.ServiceMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What follows from the cluster's objects about pods and what they stand behind. */
public final class Workloads {
  private Workloads() {}

  /**
   * {@link ImagePull} for each container that waits for an image, {@link SandboxFailure} for each
   * pod whose sandbox could not be made, {@link PodAddressUse} for each host, {@link ServiceMatch}
   * for each Service with a selector, {@link io.kwhy.fact.workload.NodeLoad} for each Node, for
   * pods that wait for a node {@link io.kwhy.fact.workload.Rejection}, {@link
   * io.kwhy.fact.workload.NodeChoice} and {@link io.kwhy.fact.workload.Shortage}, and for claims
   * that find no volume {@link io.kwhy.fact.workload.VolumeSearch}, and {@link
   * io.kwhy.fact.workload.MissedService} for what containers say that they miss. In the order of
   * the facts; nothing where nothing was read.
   */
  public static List<Fact> follows(Collection<? extends Fact> facts) {
    List<Fact> follows = new ArrayList<>(ImagePulls.of(facts));
    follows.addAll(SandboxFailures.of(facts));
    follows.addAll(PodAddressUses.of(facts));
    follows.addAll(ServiceMatches.of(facts));
    follows.addAll(Scheduling.of(facts));
    follows.addAll(VolumeSearches.of(facts));
    follows.addAll(MissedServices.of(facts));
    return follows;
  }
}
