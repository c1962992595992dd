package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes lines of one log apart: what the log says of each, and what the program wrote. Each line is
 * judged by itself: a file may hold a mixture.
 */
final class LineParser {
  private final LogClock clock;

  LineParser(LogClock clock) {
    this.clock = clock;
  }

  LogLine read(String line) {
    LinePrefix prefix = LinePrefix.of(line);
    LineBody body = LineBody.of(prefix.rest());
    return new LogLine(
        time(prefix, body.stamp()), prefix.tag(), prefix.unit(), body.message(), prefix.rest());
  }

  /** The program's own time is the best one if it says its zone. */
  private Instant time(LinePrefix prefix, Optional<Stamp> inner) {
    if (inner.isPresent() && inner.get().zoned()) {
      Instant exact = clock.utc(inner.get());
      prefix.stamp().filter(stamp -> !stamp.zoned()).ifPresent(stamp -> clock.learn(stamp, exact));
      return exact;
    }
    if (!prefix.time().equals(Fact.UNKNOWN_TIME)) {
      return prefix.time();
    }
    Optional<Stamp> best =
        prefix.stamp().filter(Stamp::zoned).or(() -> inner).or(() -> prefix.stamp());
    return best.map(clock::utc).orElse(Fact.UNKNOWN_TIME);
  }
}
