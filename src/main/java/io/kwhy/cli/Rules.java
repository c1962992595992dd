package io.kwhy.cli;

import io.kwhy.report.CardList;
import io.kwhy.rule.RuleCheck;
import io.kwhy.rule.card.Card;
import io.kwhy.rule.file.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rules",
    description = "What kwhy knows, and what is wrong with rules of your own.",
    mixinStandardHelpOptions = true,
    subcommands = picocli.CommandLine.HelpCommand.class)
final class Rules {
  @Spec private CommandSpec spec;

  @Command(
      name = "list",
      description = "List causes, symptoms and harmless look-alikes.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--area",
              paramLabel = "AREA",
              description = "Only that area.",
              completionCandidates = Candidates.Areas.class)
          String area,
      @Mixin FormOption form)
      throws IOException {
    List<Card> all = Engine.with(List.of()).cards();
    List<Card> cards =
        all.stream().filter(card -> area == null || card.area().equals(area)).toList();
    if (cards.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no area \"%s\", expected one of %s"
              .formatted(area, new TreeSet<>(all.stream().map(Card::area).toList())));
    }
    CardList list = new CardList();
    form.write(
        out -> list.writeText(cards, Terminal.style(), out), out -> list.writeJson(cards, out));
    return ExitCode.NOTHING_FOUND.code();
  }

  @Command(
      name = "check",
      description = "Tell what is wrong, or half done, in a folder of rules of your own.",
      mixinStandardHelpOptions = true,
      footer = {"", "Exit codes: 0 nothing, 1 something, 2 wrong usage, 3 no folder of rules."})
  int check(
      @Parameters(paramLabel = "DIR", description = "As for --rules.", arity = "1") Path folder)
      throws IOException {
    List<Problem> problems = RuleCheck.problems(folder);
    Output.write(
        null,
        System.out,
        out -> {
          for (Problem problem : problems) {
            out.append(problem.toString()).append('\n');
          }
        });
    return (problems.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.CAUSES_FOUND).code();
  }
}
