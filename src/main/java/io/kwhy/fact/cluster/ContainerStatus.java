package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What a container of a pod is doing, and how it ended before.
 *
 * @param state running, waiting, terminated; {@code ""} where none is given
 * @param exitCode of the present state; 0 where it has not ended
 * @param lastReason why it ended the last time
 * @param lastMessage what it, or the runtime, said of that end
 * @param lastBegan when it had started to run then, UTC
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
    Instant lastBegan,
    Instant lastEnded,
    Instant began,
    String image,
    Origin origin)
    implements Fact {
  /** Runs so short tell nothing of one another. */
  private static final Duration SHORT = Duration.ofMinutes(1);

  /**
   * Whether it runs, and has done so for more than twice as long as the time before: what ended it
   * then does not seem to be so any more. Not known to be so where a time is not.
   */
  public boolean outlives(Instant now) {
    if (!state.equals("running")
        || Stream.of(now, began, lastBegan, lastEnded).anyMatch(UNKNOWN_TIME::equals)) {
      return false;
    }
    Duration before = Duration.between(lastBegan, lastEnded);
    Duration enough = before.compareTo(SHORT) > 0 ? before : SHORT;
    return Duration.between(began, now).compareTo(enough.multipliedBy(2)) > 0;
  }

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
