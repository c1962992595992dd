package io.kwhy.inference;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Lease;
import io.kwhy.fact.cluster.Node;
import java.time.Instant;

/**
 * How a node was lost: what was seen of it, and what follows from the settings for the rest.
 *
 * @param heartbeat when its kubelet was last heard of
 * @param notReady when it was marked NotReady, or will be
 * @param marked whether it was
 * @param tainted from when on its pods count their tolerations: when it got the taint, or will
 * @param now time of the capture
 */
public record NodeTimeline(
    String node,
    Instant heartbeat,
    GracePeriod grace,
    Instant notReady,
    boolean marked,
    Instant tainted,
    Instant now,
    Origin origin)
    implements Fact {

  /**
   * Puts it together.
   *
   * @param tainted when the node got the taint that evicts; {@link #UNKNOWN_TIME} where it has none
   */
  public static NodeTimeline of(
      Node node, Lease lease, GracePeriod grace, Instant tainted, Instant now) {
    Instant heartbeat = later(lease.renewed(), node.heartbeat());
    boolean marked = node.ready().equals("Unknown");
    Instant notReady = marked ? node.readySince() : heartbeat.plusSeconds(grace.seconds());
    return new NodeTimeline(
        node.name(),
        heartbeat,
        grace,
        notReady,
        marked,
        tainted.equals(UNKNOWN_TIME) ? notReady : tainted,
        now,
        lease.origin());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whether its pods count their tolerations already. */
  public boolean evicts() {
    return marked && !tainted.isAfter(now);
  }

  @Override
  public String text() {
    String silence =
        "The last heartbeat of "
            + node
            + " was at "
            + Clock24.of(heartbeat)
            + ", "
            + Clock24.span(heartbeat, now)
            + " before capture; ";
    return marked
        ? silence
            + "it was marked NotReady at "
            + Clock24.of(notReady)
            + ", "
            + Clock24.span(heartbeat, notReady)
            + " after it (grace period "
            + grace.seconds()
            + " s)"
        : silence
            + "it is marked NotReady at "
            + Clock24.of(notReady)
            + ", when its grace period of "
            + grace.seconds()
            + " s is over";
  }

  @Override
  public Instant since() {
    return heartbeat;
  }
}
