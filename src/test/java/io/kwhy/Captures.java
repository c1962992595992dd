package io.kwhy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Bundles that were recorded on a real k3s. */
public final class Captures {
  private Captures() {}

  /** The folder they lie in; where there is none, the test is skipped. */
  public static Path dir() {
    Path dir = Path.of(System.getProperty("kwhy.captures", "../shared/captures"));
    assumeTrue(Files.isDirectory(dir), "no captures in " + dir);
    return dir;
  }

  /** All of them, by name. */
  public static List<Path> all() {
    try (Stream<Path> files = Files.list(dir())) {
      return files.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
