package io.kwhy.cli;

import io.kwhy.report.CardText;
import io.kwhy.report.TextStyle;
import io.kwhy.rule.Card;
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

  @Parameters(paramLabel = "ID", description = "As reports and kwhy rules list name it.")
  private String id;

  @Override
  public Integer call() throws IOException {
    Engine engine = Engine.with(List.of());
    Optional<Card> card = engine.card(id);
    if (card.isEmpty()) {
      List<String> near =
          engine.cards().stream()
              .map(Card::id)
              .filter(known -> sharesAWord(known, id))
              .sorted()
              .toList();
      throw new ParameterException(
          spec.commandLine(),
          "nothing is known as \""
              + id
              + "\""
              + (near.isEmpty()
                  ? "; see kwhy rules list"
                  : "; near it: " + String.join(", ", near)));
    }
    CardText text = new CardText(Terminal.style("auto", TextStyle.Amount.USUAL));
    Output.write(null, System.out, out -> text.write(card.get(), out));
    return ExitCode.NOTHING_FOUND.code();
  }

  private static boolean sharesAWord(String known, String asked) {
    for (String word : asked.split("-", -1)) {
      if (word.length() > 2 && known.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
