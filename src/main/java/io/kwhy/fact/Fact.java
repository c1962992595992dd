package io.kwhy.fact;

import java.time.Instant;

/**
 * Something that was read from the cluster or a host, and can be shown to the user as it was read.
 * Implemented by records whose components are plain and never null: {@code ""}, an empty list or
 * {@link #UNKNOWN_TIME} stand for "none".
 */
public interface Fact {
  /** Stands for a time that is not known. */
  Instant UNKNOWN_TIME = Instant.EPOCH;

  /** Where it was read. */
  Origin origin();

  /** The fact in one line, close to the words of its source; what a report quotes as evidence. */
  String text();

  /** When it began to be so, or {@link #UNKNOWN_TIME}. */
  default Instant since() {
    return UNKNOWN_TIME;
  }
}
