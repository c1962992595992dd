package io.kwhy.cli;

import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.draft.UnwritableBundleException;
import io.kwhy.bundle.reading.UnreadableBundleException;
import io.kwhy.collect.access.NoClusterException;
import io.kwhy.report.SafeText;
import io.kwhy.rule.file.InvalidRulesException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: hands each command its arguments, and exits with its code. */
@Command(
    name = "kwhy",
    description = "k, why? Says why a k3s cluster is broken, what proves it, and what mends it.",
    mixinStandardHelpOptions = true,
    version = "kwhy " + Manifest.KWHY,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  kwhy diagnose bundle.tgz              what is wrong, why, and what mends it",
      "  kwhy explain node-password-lost       what a cause is about",
      "  kwhy facts bundle.tgz --type Node     what was read",
      "  kwhy resolve web.shop bundle.tgz      where the way of a name ends",
      "  kwhy path w1 s1:6443 bundle.tgz       where the way of a packet ends",
      "  kwhy rules list                       what kwhy knows"
    })
public final class Main {
  /** What the JVM puts for what the characters of a locale do not write. */
  private static final char UNWRITABLE = '\uFFFD';

  Main() {}

  /** Runs a command line and exits with one of {@link ExitCode}. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command line; the exit code. */
  static int run(String... arguments) {
    try {
      Optional<Diagnose> plain = Commands.plain(arguments);
      return plain.isPresent() ? diagnose(plain.get()) : execute(arguments);
    } catch (VirtualMachineError e) {
      // Of memory or stack: still no reason for an exit code that means something else.
      System.err.println("kwhy: could not go on: " + e);
      return ExitCode.COULD_NOT_LOOK.code();
    }
  }

  private static int diagnose(Diagnose plain) {
    try {
      return plain.call();
    } catch (Exception e) {
      return report(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
  }

  private static int execute(String... arguments) {
    CommandLine line = Commands.lineFor(arguments);
    Problems problems = new Problems();
    line.setExecutionExceptionHandler(problems);
    line.setParameterExceptionHandler(problems);
    return arguments.length == 0 ? usage(line) : line.execute(arguments);
  }

  /** A class and no lambdas: those would keep the parser out of the archive of classes. */
  private static final class Problems
      implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
      return report(failure, command.getErr());
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] given) {
      return usage(wrong);
    }
  }

  private static int usage(CommandLine line) {
    line.usage(line.getErr());
    return ExitCode.WRONG_USAGE.code();
  }

  private static int usage(ParameterException wrong) {
    CommandLine line = wrong.getCommandLine();
    PrintWriter errors = line.getErr();
    errors.println("kwhy: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, errors);
    if (wrong.getMessage().indexOf(UNWRITABLE) >= 0) {
      errors.println("The characters of this locale do not write that name; try LC_ALL=C.UTF-8");
    }
    errors.println("See " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.WRONG_USAGE.code();
  }

  private static int report(Exception failure, PrintWriter errors) {
    boolean ours =
        failure instanceof UnreadableBundleException
            || failure instanceof UnwritableBundleException
            || failure instanceof NoClusterException
            || failure instanceof Output.UnwritableException
            || failure instanceof Serve.NoPortException
            || failure instanceof InvalidRulesException;
    String said =
        ours
            ? failure.getMessage()
            : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    // It may quote what was read, and several lines are said of rules.
    ("kwhy: " + said).lines().map(SafeText::escape).forEach(errors::println);
    return ExitCode.COULD_NOT_LOOK.code();
  }
}
