package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T05:53:36.5Z");

  @Test
  void same_day_needs_no_date() {
    assertThat(new Moments(NOW).since(Instant.parse("2026-03-01T05:52:23.5Z")))
        .isEqualTo("05:52:23 UTC, 1 min 13 s before capture");
  }

  @Test
  void another_day_is_named() {
    assertThat(new Moments(NOW).since(Instant.parse("2026-02-27T05:00:00Z")))
        .isEqualTo("2026-02-27 05:00:00 UTC, 2 d before capture");
  }

  @Test
  void without_a_time_of_capture_the_date_stands_alone() {
    assertThat(new Moments(Fact.UNKNOWN_TIME).since(NOW)).isEqualTo("2026-03-01 05:53:36 UTC");
  }

  @Test
  void clock_ahead_of_the_capture_is_not_counted() {
    assertThat(new Moments(NOW).since(NOW.plusSeconds(2))).isEqualTo("05:53:38 UTC");
  }

  @Test
  void span_names_the_day_where_it_changes() {
    assertThat(new Moments(NOW).span(Instant.parse("2026-02-28T23:59:58Z"), NOW))
        .isEqualTo("2026-02-28 23:59:58 to 05:53:36 UTC");
  }

  @Test
  void span_within_another_day_names_it_once() {
    assertThat(
            new Moments(NOW)
                .span(Instant.parse("2026-02-27T01:00:00Z"), Instant.parse("2026-02-27T02:00:00Z")))
        .isEqualTo("2026-02-27 01:00:00 to 02:00:00 UTC");
  }

  @Test
  void length_has_the_two_largest_units() {
    assertThat(Moments.length(Duration.ofSeconds(3 * 86_400 + 4 * 3600 + 59))).isEqualTo("3 d 4 h");
  }
}
