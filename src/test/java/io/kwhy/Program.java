package io.kwhy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** kwhy as a process of its own, for what only a whole program shows. */
public final class Program {
  private Program() {}

  /** Its command line, with these arguments. */
  public static List<String> command(String... arguments) {
    return of("io.kwhy.cli.Main", arguments);
  }

  /** The same for another class's {@code main}. */
  public static List<String> of(String main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Of this test run, whatever runs it. */
  private static String classPath() {
    if (Program.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(URL::getPath)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
