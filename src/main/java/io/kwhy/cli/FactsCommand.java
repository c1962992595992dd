package io.kwhy.cli;

import static java.util.stream.Collectors.joining;

import io.kwhy.fact.Fact;
import io.kwhy.report.FactList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "facts",
    description = "Show what was read from bundles: what rules reason over.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: kwhy facts bundle.tgz --type LogSignal"})
final class FactsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = Seen.BUNDLE)
  private List<Path> bundles = List.of();

  @Mixin private LiveOptions live;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      completionCandidates = Candidates.Types.class,
      description = "Only facts of that kind, e.g. Node.")
  private String type = "";

  @Mixin private FormOption form;

  @Override
  public Integer call() throws Exception {
    List<Fact> all = Seen.completed(bundles, live);
    List<Fact> facts =
        all.stream().filter(fact -> type.isEmpty() || type(fact).equalsIgnoreCase(type)).toList();
    if (facts.isEmpty() && !type.isEmpty()) {
      tellNone(all);
    }
    FactList list = new FactList(Terminal.style());
    form.write(out -> list.writeText(facts, out), out -> list.writeJson(facts, out));
    return ExitCode.NOTHING_FOUND.code();
  }

  /** A kind that kwhy does not know was misspelt; one that nothing was read of is an answer. */
  private void tellNone(List<Fact> all) throws IOException {
    List<String> known = FactTypes.all();
    if (known.stream().noneMatch(type::equalsIgnoreCase)) {
      throw new ParameterException(
          spec.commandLine(),
          "facts have no type \"%s\"%s".formatted(type, Near.told(type, known, "")));
    }
    System.err.println(
        "kwhy: no facts of type \"%s\" here; there are %s"
            .formatted(
                type,
                all.stream().map(FactsCommand::type).distinct().sorted().collect(joining(", "))));
  }

  private static String type(Fact fact) {
    return fact.getClass().getSimpleName();
  }
}
