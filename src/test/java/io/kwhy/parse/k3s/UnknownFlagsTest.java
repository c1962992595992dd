package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.node.UnknownFlag;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UnknownFlagsTest {
  private static List<UnknownFlag> told(String message) {
    LogSignal signal =
        new LogSignal(
            "flag-deprecated",
            "s1",
            "k3s",
            "",
            "",
            "",
            new TreeMap<>(),
            Fact.UNKNOWN_TIME,
            Fact.UNKNOWN_TIME,
            1,
            message,
            new Origin("nodes/s1/logs/k3s.log", 1));
    return UnknownFlags.inLogs(List.of(signal), node -> "server");
  }

  @Test
  void flag_is_the_whole_word_before_the_complaint() {
    assertThat(told("W1123 the --no-deploy flag is deprecated"))
        .extracting(UnknownFlag::flag)
        .containsExactly("no-deploy");
  }

  @Test
  @Timeout(value = 60, threadMode = SEPARATE_THREAD)
  void message_of_one_long_word_takes_no_time() {
    assertThat(told("a".repeat(1 << 17))).isEmpty();
    assertThat(told("a-".repeat(1 << 16) + "b flag is deprecated")).hasSizeLessThan(2);
  }
}
