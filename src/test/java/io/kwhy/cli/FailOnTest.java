package io.kwhy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.inference.Subject;
import io.kwhy.inference.Symptom;
import io.kwhy.report.Samples;
import io.kwhy.rule.card.Card;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailOnTest {
  private static final Subject W1 = Subject.node("w1");

  @ParameterizedTest
  @CsvSource({
    "critical, CRITICAL, CAUSES_FOUND",
    "critical, WARNING,  NOTHING_FOUND",
    "warning,  CRITICAL, CAUSES_FOUND",
    "warning,  WARNING,  CAUSES_FOUND",
    "warning,  INFO,     NOTHING_FOUND",
    "info,     INFO,     CAUSES_FOUND",
    "never,    CRITICAL, NOTHING_FOUND"
  })
  void cause_counts_from_the_asked_severity_on(
      FailOn failOn, Card.Severity severity, ExitCode code) {
    assertThat(failOn.exitCode(cause(Map.of()), id -> Optional.of(card(severity, ""))))
        .isEqualTo(code);
  }

  @Test
  void cause_that_is_milder_here_counts_as_that() {
    Card card = card(Card.Severity.CRITICAL, "spare");

    assertThat(FailOn.critical.exitCode(cause(Map.of()), id -> Optional.of(card)))
        .isEqualTo(ExitCode.CAUSES_FOUND);
    assertThat(FailOn.critical.exitCode(cause(Map.of("spare", "s2")), id -> Optional.of(card)))
        .isEqualTo(ExitCode.NOTHING_FOUND);
  }

  @Test
  void cause_without_a_card_is_critical() {
    assertThat(FailOn.critical.exitCode(cause(Map.of()), id -> Optional.empty()))
        .isEqualTo(ExitCode.CAUSES_FOUND);
  }

  @Test
  void symptoms_without_a_cause_are_told_whatever_is_asked() {
    Diagnosis open = Samples.unexplained(new Symptom("node-not-ready", W1));

    assertThat(FailOn.never.exitCode(open, id -> Optional.empty())).isEqualTo(ExitCode.UNEXPLAINED);
  }

  @Test
  void symptoms_beside_a_cause_that_does_not_count_are_told_too() {
    Diagnosis both = Samples.aboutAndUnexplained("w1", new Symptom("pod-pending", W1));

    assertThat(FailOn.never.exitCode(both, id -> Optional.empty())).isEqualTo(ExitCode.UNEXPLAINED);
    assertThat(FailOn.info.exitCode(both, id -> Optional.empty())).isEqualTo(ExitCode.CAUSES_FOUND);
  }

  private static Diagnosis cause(Map<String, String> details) {
    return Samples.about("w1", details);
  }

  private static Card card(Card.Severity severity, String milderWhen) {
    return new Card(
        "disk-full",
        Card.Kind.CAUSE,
        "nodes",
        "The disk is full",
        severity,
        milderWhen,
        "stable",
        List.of(),
        "",
        List.of(),
        List.of());
  }
}
