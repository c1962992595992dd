package io.kwhy.cli;

import io.kwhy.report.CardList;
import io.kwhy.report.TextStyle;
import io.kwhy.rule.Card;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "rules",
    description = "What kwhy knows.",
    mixinStandardHelpOptions = true,
    subcommands = picocli.CommandLine.HelpCommand.class)
final class Rules {
  @Command(
      name = "list",
      description = "List causes, symptoms and harmless look-alikes.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--area", paramLabel = "AREA", description = "Only that area.") String area,
      @Option(
              names = {"-f", "--format"},
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text or json (default: ${DEFAULT-VALUE}).")
          Diagnose.Format format)
      throws IOException {
    List<Card> cards =
        Engine.with(List.of()).cards().stream()
            .filter(card -> area == null || card.area().equals(area))
            .toList();
    CardList list = new CardList();
    Output.write(
        null,
        System.out,
        out -> {
          if (format == Diagnose.Format.text) {
            list.writeText(cards, Terminal.style("auto", TextStyle.Amount.USUAL), out);
          } else {
            list.writeJson(cards, out);
          }
        });
    return ExitCode.NOTHING_FOUND.code();
  }
}
