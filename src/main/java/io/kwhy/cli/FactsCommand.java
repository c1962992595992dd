package io.kwhy.cli;

import static java.util.stream.Collectors.joining;

import io.kwhy.fact.Fact;
import io.kwhy.report.FactList;
import io.kwhy.report.TextStyle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "facts",
    description = "Show what was read from bundles: what rules reason over.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: kwhy facts bundle.tgz --type LogSignal"})
final class FactsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "BUNDLE", description = Seen.BUNDLE)
  private List<Path> bundles = List.of();

  @Mixin private LiveOptions live;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only facts of that kind, e.g. Node.")
  private String type = "";

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private Form form = Form.text;

  @Override
  public Integer call() throws Exception {
    List<Fact> all = Seen.completed(bundles, live);
    List<Fact> facts =
        all.stream().filter(fact -> type.isEmpty() || type(fact).equalsIgnoreCase(type)).toList();
    if (facts.isEmpty() && !all.isEmpty()) {
      System.err.println(
          "kwhy: no facts of type \"%s\"; there are %s"
              .formatted(
                  type,
                  all.stream().map(FactsCommand::type).distinct().sorted().collect(joining(", "))));
    }
    FactList list = new FactList(Terminal.style("auto", TextStyle.Amount.USUAL));
    Output.write(
        null,
        System.out,
        out -> {
          if (form == Form.text) {
            list.writeText(facts, out);
          } else {
            list.writeJson(facts, out);
          }
        });
    return ExitCode.NOTHING_FOUND.code();
  }

  private static String type(Fact fact) {
    return fact.getClass().getSimpleName();
  }
}
