package io.kwhy.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands. To read the annotations of one takes picocli some milliseconds, so that where one
 * is asked for by its name the others are not made.
 */
final class Commands {
  private record Named(String name, Supplier<Object> command) {}

  /** In the order in which help lists them. */
  private static final List<Named> ALL =
      List.of(
          new Named("diagnose", Diagnose::new),
          new Named("capture", Capture::new),
          new Named("facts", FactsCommand::new),
          new Named("path", PathCommand::new),
          new Named("serve", Serve::new),
          new Named("rbac", Rbac::new),
          new Named("explain", Explain::new),
          new Named("resolve", Resolve::new),
          new Named("rules", Rules::new),
          new Named("completion", Completion::new));

  private Commands() {}

  /** What can make sense of these arguments. */
  static CommandLine lineFor(String... arguments) {
    List<Named> asked =
        arguments.length == 0
            ? List.of()
            : ALL.stream().filter(each -> each.name.equals(arguments[0])).toList();
    CommandLine line = new CommandLine(new Main());
    for (Named each : asked.isEmpty() ? ALL : asked) {
      line.addSubcommand(each.command.get());
    }
    return line.setExpandAtFiles(false);
  }

  @Command(name = "completion", description = "Print a completion script for bash and zsh.")
  private static final class Completion implements Runnable {
    @Override
    public void run() {
      System.out.print(AutoComplete.bash("kwhy", lineFor()));
    }
  }
}
