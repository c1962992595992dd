package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * How a StatefulSet brings a changed template to its pods, and how far that is.
 *
 * @param policy OrderedReady or Parallel
 * @param strategy RollingUpdate or OnDelete
 * @param partition pods of a lower ordinal keep their template
 * @param currentRevision of the template that the set comes from
 * @param updateRevision of the template that it has now; {@code ""} where its controller has not
 *     said
 * @param images of the containers in its template
 */
public record StatefulRollout(
    String namespace,
    String name,
    String policy,
    String strategy,
    int partition,
    String currentRevision,
    String updateRevision,
    List<String> images,
    Origin origin)
    implements Fact {
  public StatefulRollout {
    images = List.copyOf(images);
  }

  /** Whether a container of that image is none of the present template. */
  public boolean dropped(String image) {
    return !images.isEmpty() && !images.contains(image);
  }

  /** Whether a pod of that name is one that gets the present template. */
  public boolean reaches(String pod) {
    String ordinal = pod.substring(pod.lastIndexOf('-') + 1);
    return pod.startsWith(name + "-")
        && ordinal.matches("[0-9]{1,9}")
        && Integer.parseInt(ordinal) >= partition;
  }

  @Override
  public String text() {
    return "statefulset "
        + namespace
        + "/"
        + name
        + " "
        + policy
        + ", "
        + strategy
        + ", its template is revision "
        + updateRevision;
  }
}
