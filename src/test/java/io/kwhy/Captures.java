package io.kwhy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The captures of real clusters, which are not part of the project. */
public final class Captures {
  private Captures() {}

  /**
   * Their folder: the one that the system property {@code kwhy.captures} names, or {@code
   * ../shared/captures}. Where there is none, the test is skipped.
   */
  public static Path dir() {
    Path dir = Path.of(System.getProperty("kwhy.captures", "../shared/captures"));
    Assumptions.assumeTrue(Files.isDirectory(dir), () -> "no captures in " + dir);
    return dir;
  }
}
