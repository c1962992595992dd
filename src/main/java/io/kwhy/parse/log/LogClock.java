package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Turns the times of one log into UTC. What a line leaves out is taken from the time of capture
 * (the year) and from lines that carry two times, one of them with its zone (the zone).
 */
final class LogClock {
  /** A host's clock may be ahead of the one that the time of capture is from. */
  private static final Duration AHEAD = Duration.ofHours(36);

  private static final int QUARTER = 15 * 60;
  private static final int FARTHEST_ZONE = 14 * 60 * 60;

  private final Instant collectedAt;
  private int offsetSeconds;

  LogClock(Instant collectedAt) {
    this.collectedAt = collectedAt;
  }

  /** The time in UTC; {@link Fact#UNKNOWN_TIME} where its year cannot be known. */
  Instant utc(Stamp stamp) {
    int offset = stamp.zoned() ? stamp.offsetSeconds() : offsetSeconds;
    return local(stamp)
        .map(time -> time.toInstant(ZoneOffset.UTC).minusSeconds(offset))
        .orElse(Fact.UNKNOWN_TIME);
  }

  private Optional<LocalDateTime> local(Stamp stamp) {
    if (stamp.year() > 0) {
      return stamp.in(stamp.year());
    }
    if (collectedAt.equals(Fact.UNKNOWN_TIME)) {
      return Optional.empty();
    }
    LocalDateTime latest = LocalDateTime.ofInstant(collectedAt.plus(AHEAD), ZoneOffset.UTC);
    // Back to the last leap year, for a 29 February.
    for (int year = latest.getYear(); year > latest.getYear() - 9; year--) {
      Optional<LocalDateTime> time = stamp.in(year);
      if (time.isPresent() && !time.get().isAfter(latest)) {
        return time;
      }
    }
    return Optional.empty();
  }

  /** Learns the zone of the log from a line that has a time without zone and an exact one. */
  void learn(Stamp withoutZone, Instant exact) {
    Optional<LocalDateTime> local = local(withoutZone);
    if (local.isEmpty()) {
      return;
    }
    long apart = local.get().toEpochSecond(ZoneOffset.UTC) - exact.getEpochSecond();
    long quarters = Math.floorDiv(apart + QUARTER / 2, (long) QUARTER) * QUARTER;
    // Lines that were written late say nothing about the zone.
    if (Math.abs(apart - quarters) <= 120 && Math.abs(quarters) <= FARTHEST_ZONE) {
      offsetSeconds = (int) quarters;
    }
  }
}
