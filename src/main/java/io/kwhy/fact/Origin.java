package io.kwhy.fact;

import java.util.Objects;

/**
 * The place in a bundle where something was read.
 *
 * @param entry path inside the bundle, e.g. {@code nodes/w1/logs/k3s.log}
 * @param line line in that entry, from 1; 0 means the entry as a whole
 */
public record Origin(String entry, int line) implements Comparable<Origin> {
  public Origin {
    Objects.requireNonNull(entry);
    if (line < 0) {
      throw new IllegalArgumentException(
          "line of " + entry + " is " + line + ", expected 0 or more");
    }
  }

  /** The entry as a whole. */
  public static Origin of(String entry) {
    return new Origin(entry, 0);
  }

  @Override
  public int compareTo(Origin other) {
    int byEntry = entry.compareTo(other.entry);
    return byEntry != 0 ? byEntry : Integer.compare(line, other.line);
  }

  /** {@code entry:line}, or just the entry where the line is 0. */
  @Override
  public String toString() {
    return line == 0 ? entry : entry + ":" + line;
  }
}
