package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * What else a pod asks of its surroundings. Told of pods whose details are told.
 *
 * @param priorityClass {@code ""} for none, as all of these
 * @param podAffinity whether it requires certain pods beside it
 * @param podAntiAffinity whether it refuses certain pods beside it
 * @param spread whether it must be spread (topologySpreadConstraints with DoNotSchedule)
 * @param gates scheduling gates that hold it back
 */
public record PodPlacement(
    String namespace,
    String pod,
    String priorityClass,
    String runtimeClass,
    String scheduler,
    String serviceAccount,
    String restartPolicy,
    boolean podAffinity,
    boolean podAntiAffinity,
    boolean spread,
    List<String> gates,
    Origin origin)
    implements Fact {
  public PodPlacement {
    gates = List.copyOf(gates);
  }

  /** Whether where it may go depends on where other pods are. */
  public boolean bindsToPods() {
    return podAffinity || podAntiAffinity || spread;
  }

  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + pod
        + " with service account "
        + (serviceAccount.isEmpty() ? "default" : serviceAccount)
        + (priorityClass.isEmpty() ? "" : ", priority class " + priorityClass)
        + (runtimeClass.isEmpty() ? "" : ", runtime class " + runtimeClass);
  }
}
