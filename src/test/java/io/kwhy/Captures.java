package io.kwhy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Captures of a real k3s, shared between projects; a test that reads them is skipped without. */
public final class Captures {
  private Captures() {}

  /** The folder of captures: the system property {@code kwhy.captures}, or beside the project. */
  public static Path dir() {
    Path dir = Path.of(System.getProperty("kwhy.captures", "../shared/captures"));
    Assumptions.assumeTrue(Files.isDirectory(dir), () -> "no captures at " + dir);
    return dir;
  }
}
