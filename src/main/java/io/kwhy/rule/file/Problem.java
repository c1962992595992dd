package io.kwhy.rule.file;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something in a rules folder that is not as it must be.
 *
 * @param file as the user would name it
 * @param line from 1; 0 for the file as a whole
 * @param text what was found and what would be right, in one line
 */
public record Problem(String file, int line, String text) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::text);

  public Problem {
    Objects.requireNonNull(file);
    text = text.strip().replaceAll("\\s+", " ");
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line: text}. */
  @Override
  public String toString() {
    return file + (line == 0 ? "" : ":" + line) + ": " + text;
  }
}
