package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * What a container of a pod is doing, and how it ended before.
 *
 * @param state running, waiting, terminated; {@code ""} where none is given
 * @param exitCode of the present state; 0 where it has not ended
 * @param lastReason why it ended the last time
 * @param lastMessage what it, or the runtime, said of that end
 * @param lastEnded when that was, UTC
 * @param began when the present state began: when it started running, or ended, UTC
 */
public record ContainerStatus(
    String namespace,
    String pod,
    String node,
    String container,
    boolean init,
    String state,
    String reason,
    String message,
    int exitCode,
    int restarts,
    boolean ready,
    String lastReason,
    int lastExitCode,
    String lastMessage,
    Instant lastEnded,
    Instant began,
    String image,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "container "
        + namespace
        + "/"
        + pod
        + "/"
        + container
        + " "
        + state
        + (reason.isEmpty() ? "" : " (" + reason + ")")
        + (restarts > 0 ? ", " + restarts + " restarts" : "")
        + said();
  }

  /** What is known of the failure: that a container waits for its next start is no reason. */
  private String said() {
    String words = reason.equals("CrashLoopBackOff") ? lastMessage : message;
    return words.isBlank() ? "" : ": " + words.strip().replaceAll("\\s+", " ");
  }
}
