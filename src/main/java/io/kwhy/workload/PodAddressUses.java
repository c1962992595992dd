package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.network.PodAddressReservations;
import io.kwhy.fact.workload.PodAddressUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the addresses that hosts have given to pods belong to pods that there are. */
final class PodAddressUses {
  private PodAddressUses() {}

  /** Nothing without pods: their list was not read then. */
  static List<Fact> of(Iterable<? extends Fact> facts) {
    Set<String> used = new HashSet<>();
    boolean pods = false;
    List<PodAddressReservations> reserved = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Pod pod) {
        pods = true;
        used.add(pod.podIp());
      } else if (fact instanceof PodAddressReservations reservations) {
        reserved.add(reservations);
      }
    }
    return pods ? reserved.stream().<Fact>map(r -> use(r, used)).toList() : List.of();
  }

  private static PodAddressUse use(PodAddressReservations reservations, Set<String> used) {
    List<String> addresses = reservations.addresses();
    int unused = (int) addresses.stream().filter(address -> !used.contains(address)).count();
    return new PodAddressUse(reservations.node(), addresses.size(), unused, reservations.origin());
  }
}
