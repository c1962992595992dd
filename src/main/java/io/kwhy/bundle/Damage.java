package io.kwhy.bundle;

import java.io.EOFException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why something could not be read, in the words of a message rather than of a library. */
public final class Damage {
  private Damage() {}

  /** The reason, in one line. */
  public static String of(Exception e) {
    if (e instanceof EOFException) {
      return "it ends too early";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
      return "nothing there";
    }
    if (e instanceof FileSystemLoopException) {
      return "a loop of links";
    }
    if (e instanceof CharacterCodingException) {
      return "a name that is not UTF-8";
    }
    String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return said == null || said.isBlank() ? e.getClass().getSimpleName() : Printable.text(said);
  }
}
