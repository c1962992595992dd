package io.kwhy.cli;

import io.kwhy.fact.Fact;
import io.kwhy.reach.path.Fate;
import io.kwhy.reach.path.PacketPath;
import io.kwhy.reach.path.Paths;
import io.kwhy.reach.path.UnknownEndException;
import io.kwhy.report.PathJson;
import io.kwhy.report.PathText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "path",
    description = "Follow a packet from host to host by the captured rules and routes.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "An end is pod/NAMESPACE/NAME, svc/NAMESPACE/NAME, a node's name or an IP address.",
      "Without a port, a ping is followed.",
      "",
      "Examples:",
      "  kwhy path pod/default/web-1 svc/default/db:5432 bundle.tgz",
      "  kwhy path w1 s1:6443 bundle.tgz",
      "  kwhy path w1 s1:6443 --nodes ssh        in the live cluster, all hosts looked at",
      "  kwhy path w1 172.31.77.3:8472/udp bundle.tgz"
    })
final class PathCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FROM", description = "Who sends.")
  private String from;

  @Parameters(index = "1", paramLabel = "TO[:PORT[/udp]]", description = "To whom.")
  private String to;

  @Parameters(index = "2..*", paramLabel = "BUNDLE", arity = "0..*", description = Seen.BUNDLE)
  private List<Path> bundles = List.of();

  @Mixin private LiveOptions live;

  @Mixin private FormOption form;

  @Override
  public Integer call() throws Exception {
    PacketPath path = trace(Seen.facts(bundles, live));
    PathText text = new PathText(Terminal.style());
    form.write(out -> text.write(path, out), out -> new PathJson().write(path, out));
    return code(path).code();
  }

  private PacketPath trace(List<Fact> facts) {
    try {
      return Paths.trace(facts, from, to);
    } catch (UnknownEndException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** A packet that is stopped is a cause; of one that can't be followed, none is known. */
  private static ExitCode code(PacketPath path) {
    if (path.well()) {
      return ExitCode.NOTHING_FOUND;
    }
    boolean stopped =
        path.courses().stream()
            .anyMatch(course -> !course.fate().well() && course.fate() != Fate.UNDETERMINED);
    return stopped ? ExitCode.CAUSES_FOUND : ExitCode.UNEXPLAINED;
  }
}
