package io.kwhy.rule;

import io.kwhy.rule.compiler.RuleCache;
import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drools' compiler in a JVM of its own. The distribution starts without the compiler's jars, which
 * lie in {@code compiler} beside kwhy's jar; they are needed only when rules have changed.
 */
final class CompilerProcess {
  private static final long MINUTES = 5;

  /** All that a JVM may need of its environment; credentials are not among it. */
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "USERPROFILE", "LANG");

  private CompilerProcess() {}

  /**
   * Takes a request in the other JVM: {@code load ANSWER CACHE EDITABLE USERS…} compiles into the
   * cache ({@code ""} where there is no editable folder), {@code check ANSWER FOLDER} only looks.
   * The answer is a file with a problem per line.
   */
  public static void main(String[] arguments) throws IOException {
    if (!RuleCache.hasCompiler()) {
      throw new IllegalStateException("Drools' compiler is not on the class path");
    }
    List<Problem> problems;
    if (arguments[0].equals("check")) {
      problems = RuleCheck.problems(Path.of(arguments[2]));
    } else {
      problems = load(List.of(arguments));
    }
    Files.writeString(
        Path.of(arguments[1]),
        problems.stream().map(CompilerProcess::line).collect(Collectors.joining()));
  }

  /** Compiles what is missing in the cache. */
  static void load(Optional<Path> editable, List<Path> users, Path cache) {
    List<String> arguments = new ArrayList<>();
    arguments.add(cache.toString());
    arguments.add(editable.map(Path::toString).orElse(""));
    users.forEach(user -> arguments.add(user.toString()));
    List<Problem> problems = ask("load", arguments);
    if (!problems.isEmpty()) {
      throw new InvalidRulesException(problems);
    }
  }

  /** See {@link RuleCheck#problems}. */
  static List<Problem> check(Path folder) {
    return ask("check", List.of(folder.toString()));
  }

  private static List<Problem> load(List<String> arguments) {
    String editable = arguments.get(3);
    try {
      RuleBook.load(
          editable.isEmpty() ? Optional.empty() : Optional.of(Path.of(editable)),
          arguments.subList(4, arguments.size()).stream().map(Path::of).toList(),
          Path.of(arguments.get(2)));
      return List.of();
    } catch (InvalidRulesException e) {
      return e.problems();
    }
  }

  private static List<Problem> ask(String request, List<String> arguments) {
    try {
      Path answer = Files.createTempFile("kwhy-rules", ".txt");
      Path errors = Files.createTempFile("kwhy-rules", ".err");
      try {
        run(request, answer, errors, arguments);
        return Files.readAllLines(answer).stream().map(CompilerProcess::problem).toList();
      } finally {
        Files.deleteIfExists(answer);
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a JVM to compile rules", e);
    }
  }

  private static void run(String request, Path answer, Path errors, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-cp", classPath(), CompilerProcess.class.getName()));
    command.addAll(List.of(request, answer.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    builder.redirectErrorStream(true).redirectOutput(errors.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("rules were not compiled within " + MINUTES + " minutes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rules were compiled", e);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("rules were not compiled: " + Files.readString(errors));
    }
  }

  /** The launcher's is of a folder that is open in this process alone. */
  private static String classPath() {
    String own =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> real(Path.of(entry)).toString())
            .collect(Collectors.joining(File.pathSeparator));
    try {
      CodeSource source = CompilerProcess.class.getProtectionDomain().getCodeSource();
      Path place = real(Path.of(source.getLocation().toURI()));
      if (Files.isRegularFile(place)) {
        Path folder = place.getParent();
        return own
            + File.pathSeparator
            + folder
            + "/*"
            + File.pathSeparator
            + folder
            + "/compiler/*";
      }
      return own;
    } catch (URISyntaxException e) {
      return own;
    }
  }

  private static Path real(Path place) {
    try {
      return place.toRealPath();
    } catch (IOException e) {
      return place;
    }
  }

  private static String line(Problem problem) {
    return problem.file() + "\t" + problem.line() + "\t" + problem.text() + "\n";
  }

  private static Problem problem(String line) {
    String[] parts = line.split("\t", 3);
    return new Problem(parts[0], Integer.parseInt(parts[1]), parts[2]);
  }
}
