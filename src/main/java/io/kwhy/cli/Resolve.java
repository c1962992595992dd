package io.kwhy.cli;

import io.kwhy.fact.names.ResolutionPath;
import io.kwhy.names.NameText;
import io.kwhy.names.ResolutionPaths;
import io.kwhy.report.ResolutionReport;
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
    name = "resolve",
    description = "Walk the way of a name from a pod or node to its answer, edge by edge.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kwhy resolve example.com bundle.tgz",
      "  kwhy resolve web.shop --from pod/default/front-6d9c7b7f5-x2x4k bundle.tgz",
      "  kwhy resolve kubernetes.default --from node/w2 bundle.tgz -f json",
      "",
      "Exit codes: 0 no broken edge known, 1 a broken edge, 2 wrong usage, 3 could not look."
    })
final class Resolve implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "As a program has it.")
  private String name;

  @Parameters(index = "1..*", paramLabel = "BUNDLE", arity = "0..*", description = Seen.BUNDLE)
  private List<Path> bundles = List.of();

  @Mixin private LiveOptions live;

  @Option(
      names = "--from",
      paramLabel = "WHO",
      description =
          "pod/NAMESPACE/NAME, or node/NAME for a usual pod there (default: a node that complains).")
  private String from = "";

  @Mixin private FormOption form;

  @Override
  public Integer call() throws Exception {
    NameText.fault(name)
        .ifPresent(
            fault -> {
              throw usage("\"" + name + "\" is no name to ask for: it " + fault);
            });
    ResolutionPaths paths = new ResolutionPaths(Seen.completed(bundles, live));
    ResolutionPath path = path(paths);
    ResolutionReport report = new ResolutionReport(Terminal.style());
    form.write(out -> report.writeText(path, out), out -> report.writeJson(path, out));
    return (path.firstBroken().isPresent() ? ExitCode.CAUSES_FOUND : ExitCode.NOTHING_FOUND).code();
  }

  private ResolutionPath path(ResolutionPaths paths) {
    List<String> parts = List.of(from.split("/", -1));
    if (parts.size() == 3 && parts.get(0).equals("pod")) {
      return paths
          .fromPod(parts.get(1), parts.get(2), name)
          .orElseThrow(() -> usage("there is no pod " + parts.get(1) + "/" + parts.get(2)));
    }
    List<String> nodes = paths.nodes();
    if (from.isEmpty() && !nodes.isEmpty()) {
      return paths.fromNode(nodes.get(0), name);
    }
    if (parts.size() == 2 && parts.get(0).equals("node")) {
      if (!nodes.contains(parts.get(1))) {
        throw usage("there is no node " + parts.get(1) + ", expected one of " + nodes);
      }
      return paths.fromNode(parts.get(1), name);
    }
    throw usage("--from is \"" + from + "\", expected pod/NAMESPACE/NAME or node/NAME");
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
