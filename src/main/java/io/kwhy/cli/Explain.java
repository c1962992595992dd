package io.kwhy.cli;

import io.kwhy.report.CardText;
import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    description = "Say what a cause is, what brings it about and what mends it.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: kwhy explain node-password-lost"})
final class Explain implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      description = "As reports and kwhy rules list name it.",
      completionCandidates = Candidates.Ids.class)
  private String id;

  @Override
  public Integer call() throws IOException {
    Engine engine = Engine.with(List.of());
    Optional<Card> card = engine.card(id);
    if (card.isEmpty()) {
      List<String> known = engine.cards().stream().map(Card::id).toList();
      throw new ParameterException(
          spec.commandLine(),
          "nothing is known as \"" + id + "\"" + Near.told(id, known, "; see kwhy rules list"));
    }
    CardText text = new CardText(Terminal.style());
    Output.write(null, System.out, out -> text.write(card.get(), out));
    return ExitCode.NOTHING_FOUND.code();
  }
}
