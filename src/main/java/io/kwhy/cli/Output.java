package io.kwhy.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a report goes: standard output, or a file that is there whole or not at all. */
final class Output {
  private Output() {}

  /** Something that writes itself. */
  @FunctionalInterface
  interface Content {
    void write(Appendable out) throws IOException;
  }

  /**
   * @param file {@code null} for standard output
   */
  static void write(Path file, PrintStream standard, Content content) throws IOException {
    StringBuilder text = new StringBuilder();
    content.write(text);
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (file == null) {
      standard.write(bytes, 0, bytes.length);
      standard.flush();
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    Path unfinished = Files.createTempFile(folder, ".kwhy", ".part");
    try {
      Files.write(unfinished, bytes);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UncheckedIOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }
}
