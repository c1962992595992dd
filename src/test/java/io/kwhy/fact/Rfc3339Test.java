package io.kwhy.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @Test
  void whole_second_is_what_java_reads() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      long second = Math.floorMod(random.nextLong(), 253_402_300_800L + 62_167_219_200L);
      Instant time = Instant.ofEpochSecond(second - 62_167_219_200L);
      assertThat(Rfc3339.parse(time.toString())).isEqualTo(time);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T23:59:59Z",
        "2026-01-31T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "2026-01-31T23:59:59.123456789Z",
        "2026-01-31T23:59:59+02:00"
      })
  void is_what_java_reads(String text) {
    assertThat(Rfc3339.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-06-00T00:00:00Z",
        "2026-06-31T00:00:00Z",
        "2026-01-01T25:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:61Z",
        "2026-01-01 00:00:00Z",
        "2026-01-01T00:00:00",
        "२०२६-01-01T00:00:00Z",
        "+12026-01-01T00:00:00Z",
        "-2026-01-01T00:00:00Z"
      })
  void what_is_no_time_is_refused(String text) {
    assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeParseException.class);
  }
}
