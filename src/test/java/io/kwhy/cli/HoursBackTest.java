package io.kwhy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class HoursBackTest {
  @ParameterizedTest
  @CsvSource({"24, 24", "24h, 24", "1m, 1", "90m, 2", "3d, 72", "2w, 336"})
  void span_is_in_whole_hours(String text, int hours) {
    assertThat(new HoursBack().convert(text)).isEqualTo(hours);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0m", "-1", "x", "", "1y", "24 h", "h", "999999w", "1.5h"})
  void what_is_none_is_told(String text) {
    assertThatThrownBy(() -> new HoursBack().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("expected a time as in 24h")
        .hasMessageContaining("found '" + text + "'");
  }
}
