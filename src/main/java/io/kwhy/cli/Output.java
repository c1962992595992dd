package io.kwhy.cli;

import io.kwhy.bundle.draft.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a report goes: standard output, or a file that is there whole or not at all. */
final class Output {
  private Output() {}

  /** Something that writes itself. */
  @FunctionalInterface
  interface Content {
    void write(Appendable out) throws IOException;
  }

  /** A file that cannot be written. The message is one line. */
  static final class UnwritableException extends IOException {
    UnwritableException(Path file, String found, IOException cause) {
      super(file + ": expected to write there, found " + found, cause);
    }
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
    if (Files.isDirectory(file)) {
      throw new UnwritableException(file, "a folder", null);
    }
    try {
      WholeFile.write(file, out -> out.write(bytes));
    } catch (NoSuchFileException e) {
      throw new UnwritableException(file, "no such folder", e);
    } catch (AccessDeniedException e) {
      throw new UnwritableException(file, "no permission to", e);
    } catch (IOException e) {
      throw new UnwritableException(file, e.getMessage(), e);
    }
  }
}
