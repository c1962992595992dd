package io.kwhy.inference;

import io.kwhy.fact.Fact;
import java.time.Instant;
import java.util.Objects;

/**
 * Was wrong, and is over: told as history, never as a cause.
 *
 * @param from when it was first seen, UTC
 * @param until when it was last seen, UTC
 */
public record Past(String id, Subject subject, Instant from, Instant until, Fact fact) {
  public Past {
    Objects.requireNonNull(id);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(from);
    Objects.requireNonNull(until);
    Objects.requireNonNull(fact);
  }

  /** Of where the fact is: to hash all of its fields takes longer, and tells hardly more apart. */
  @Override
  public int hashCode() {
    return 31 * (31 * id.hashCode() + subject.hashCode()) + fact.origin().hashCode();
  }
}
