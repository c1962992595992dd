package io.kwhy.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private Commands() {}

  /** In the order in which help lists them; a diagnosis that needs no parser needs none of this. */
  private static List<Named> all() {
    return List.of(
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
  }

  /**
   * The diagnosis that these arguments ask for, if they name bundles, or no bundle, and nothing
   * else: to make sense of them needs no parser, which takes a good part of a start to be made.
   */
  static Optional<Diagnose> plain(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("diagnose")) {
      return Optional.empty();
    }
    List<String> names = List.of(arguments).subList(1, arguments.length);
    if (names.stream().anyMatch(each -> each.isEmpty() || each.startsWith("-"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Diagnose.of(names.stream().map(Path::of).toList()));
    } catch (InvalidPathException e) {
      // The parser says what is wrong with it: a locale whose characters do not write the name.
      return Optional.empty();
    }
  }

  /** What can make sense of these arguments. */
  static CommandLine lineFor(String... arguments) {
    List<Named> asked =
        arguments.length == 0
            ? List.of()
            : all().stream().filter(each -> each.name.equals(arguments[0])).toList();
    List<Object> commands = new ArrayList<>();
    for (Named each : asked.isEmpty() ? all() : asked) {
      commands.add(each.command.get());
    }
    if (!asked.isEmpty() && commands.get(0) instanceof Diagnose diagnose) {
      diagnose.begin();
    }
    CommandLine line = new CommandLine(new Main());
    // No method reference: one would keep the parser out of the archive of classes.
    for (Object command : commands) {
      line.addSubcommand(command);
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
