package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that were read and found good. {@code mvn test -Dkwhy.golden=write} writes them anew; the
 * diff is then read like any other change.
 */
public final class Golden {
  private Golden() {}

  /** Holds a text against {@code src/test/resources/<path>}. */
  public static void check(String path, String actual) {
    Path file = Path.of("src", "test", "resources").resolve(path);
    try {
      if ("write".equals(System.getProperty("kwhy.golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual).as(path).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
