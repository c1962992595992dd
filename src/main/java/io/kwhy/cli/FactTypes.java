package io.kwhy.cli;

import io.kwhy.fact.Fact;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of facts that there are, whether a bundle gives one or not. */
final class FactTypes {
  private static final String CLASS = ".class";

  private FactTypes() {}

  /** Their simple names, sorted. Looks through the program's classes, so it takes a moment. */
  static List<String> all() throws IOException {
    Path home = home();
    if (Files.isDirectory(home)) {
      return under(home.resolve("io/kwhy/fact"), home);
    }
    try (FileSystem jar = FileSystems.newFileSystem(home)) {
      return under(jar.getPath("io/kwhy/fact"), jar.getPath(""));
    }
  }

  private static Path home() {
    try {
      return Path.of(FactTypes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place is no URI", e);
    }
  }

  private static List<String> under(Path folder, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(CLASS) && !name.contains("$") && name.charAt(0) != '/')
          .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
          .filter(FactTypes::isRecordOfFact)
          .map(name -> name.substring(name.lastIndexOf('.') + 1))
          .sorted()
          .toList();
    }
  }

  private static boolean isRecordOfFact(String name) {
    try {
      Class<?> type = Class.forName(name, false, FactTypes.class.getClassLoader());
      return type.isRecord() && Fact.class.isAssignableFrom(type);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
