package io.kwhy.cli;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.rule.card.Card;
import java.util.Optional;
import java.util.function.Function;

/** From which severity on a cause makes the program fail. */
enum FailOn {
  critical,
  warning,
  info,
  never;

  /** The exit code of a diagnosis; a cause without a card counts as critical. */
  ExitCode exitCode(Diagnosis diagnosis, Function<String, Optional<Card>> cards) {
    ExitCode code = ExitCode.of(diagnosis.verdict());
    if (code != ExitCode.CAUSES_FOUND) {
      return code;
    }
    boolean severe =
        diagnosis.rootCauses().stream().map(cause -> severity(cause, cards)).anyMatch(this::counts);
    if (severe) {
      return code;
    }
    return diagnosis.unexplained().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.UNEXPLAINED;
  }

  private static Card.Severity severity(
      Diagnosis.RootCause cause, Function<String, Optional<Card>> cards) {
    return cards
        .apply(cause.finding().cause())
        .map(card -> card.severity(cause.details().keySet()))
        .orElse(Card.Severity.CRITICAL);
  }

  private boolean counts(Card.Severity severity) {
    return switch (this) {
      case critical -> severity == Card.Severity.CRITICAL;
      case warning -> severity != Card.Severity.INFO;
      case info -> true;
      case never -> false;
    };
  }
}
