package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.List;

/**
 * An object of any kind that was read, whose deletion was asked for and is not done.
 *
 * @param kind in lower case, as in a subject
 * @param asked when it was to be gone, UTC
 * @param finalizers what has to be done first, as far as somebody still has to say so
 */
public record Deletion(
    String kind,
    String namespace,
    String name,
    Instant asked,
    List<String> finalizers,
    Origin origin)
    implements Fact {
  public Deletion {
    finalizers = List.copyOf(finalizers);
  }

  /** Whether Kubernetes keeps it because somebody uses it. */
  public boolean protectedInUse() {
    return finalizers.contains("kubernetes.io/pvc-protection")
        || finalizers.contains("kubernetes.io/pv-protection");
  }

  @Override
  public String text() {
    return kind
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + name
        + " is being deleted since "
        + asked
        + (finalizers.isEmpty() ? "" : ", finalizers " + String.join(", ", finalizers));
  }

  @Override
  public Instant since() {
    return asked;
  }
}
