package io.kwhy.inference;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Pod;
import java.time.Instant;

/**
 * When a pod leaves a lost node: computed from the taint of the node and the toleration of the pod,
 * as the eviction controller does.
 *
 * @param ownerKind kind of its controller; {@code ""} for a bare pod
 * @param seconds how long it tolerates the loss; {@link #FOREVER} without end
 * @param due when that is over; {@link #UNKNOWN_TIME} if never
 */
public record PodDeparture(
    String namespace,
    String pod,
    String node,
    String ownerKind,
    int seconds,
    Instant due,
    Stage stage,
    Origin origin)
    implements Fact {
  /** It never leaves. */
  public static final int FOREVER = -1;

  /** The controller may take that long over it. */
  private static final int SLACK_SECONDS = 20;

  /** Where a pod is on its way off the node. */
  public enum Stage {
    /** It never leaves. */
    STAYS,
    /** It will be deleted. */
    AHEAD,
    /** It was deleted, and waits for a kubelet that confirms it. */
    LEFT,
    /** It should have been deleted by now. */
    OVERDUE
  }

  /** Of a pod on the node of the timeline. */
  public static PodDeparture of(Pod pod, NodeTimeline timeline) {
    int seconds = pod.unreachableSeconds();
    boolean stays = seconds == FOREVER;
    Instant due = stays ? UNKNOWN_TIME : timeline.tainted().plusSeconds(seconds);
    return new PodDeparture(
        pod.namespace(),
        pod.name(),
        pod.node(),
        pod.ownerKind(),
        seconds,
        due,
        stage(pod, due, timeline.now()),
        pod.origin());
  }

  private static Stage stage(Pod pod, Instant due, Instant now) {
    if (pod.deleting()) {
      return Stage.LEFT;
    }
    if (due.equals(UNKNOWN_TIME)) {
      return Stage.STAYS;
    }
    return now.isAfter(due.plusSeconds(SLACK_SECONDS)) ? Stage.OVERDUE : Stage.AHEAD;
  }

  @Override
  public String text() {
    String name = "Pod " + namespace + "/" + pod;
    return switch (stage) {
      case STAYS -> name + " stays on " + node + ": it tolerates its loss for ever";
      case LEFT -> name + " was deleted from " + node + " at " + Clock24.of(due);
      case AHEAD -> name + " is deleted from " + node + " at " + Clock24.of(due);
      case OVERDUE ->
          name
              + " should have been deleted from "
              + node
              + " at "
              + Clock24.of(due)
              + ", and was not";
    };
  }
}
