package io.kwhy.names.corefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
  private static final String NAME = "a".repeat(200) + ".example.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "(a|a)*X$",
        "(a|aa)+$",
        "(.*)*X",
        "(a?){60}a{60}X",
        "\\z(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)X"
      })
  @Timeout(20)
  void pattern_that_goes_back_without_end_takes_bounded_time(String pattern) {
    assertThat(NamePattern.of(pattern).orElseThrow().isIn(NAME)).isFalse();
  }

  @Test
  @Timeout(20)
  void pattern_that_would_grow_without_end_is_not_judged() {
    assertThat(NamePattern.of("((((a{1000}){1000}){1000}){1000})")).isEmpty();
    assertThat(NamePattern.of("(((a{100}){100}){100})")).isEmpty();
    assertThat(NamePattern.of("(".repeat(50_000))).isEmpty();
    assertThat(NamePattern.of("(a")).isEmpty();
  }

  @Test
  void usual_patterns_are_judged() {
    assertThat(NamePattern.of("^[a-z]{1,63}(\\.[a-z]{1,63}){2,8}\\.$").orElseThrow().isIn("a.b.c."))
        .isTrue();
    assertThat(NamePattern.of("^(.*)\\.lab\\.$").orElseThrow().replaced("w.lab.", "{1}.svc.{0}{3}"))
        .isEqualTo("w.svc.w.lab.{3}");
    assertThat(NamePattern.of("(w)").orElseThrow().replaced("w.", "$2{1}\\")).isEqualTo("$2w\\");
  }
}
