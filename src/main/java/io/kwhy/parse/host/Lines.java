package io.kwhy.parse.host;

import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The lines of an entry, one at a time, however long the entry is. A line that is too long is cut,
 * which is a gap; bytes that are not UTF-8 become replacement characters.
 */
final class Lines implements AutoCloseable {

  /** Bytes of a line that are kept. */
  static final int LONGEST = 65536;

  private final InputStream in;
  private final Facts facts;
  private int number;

  private Lines(InputStream in, Facts facts) {
    this.in = in;
    this.facts = facts;
  }

  static Lines of(Input input, Facts facts) throws IOException {
    return new Lines(new BufferedInputStream(input.open()), facts);
  }

  /** Hands over each line that is not blank. Returns how many these were. */
  static int each(Input input, Facts facts, Consumer<Line> consumer) throws IOException {
    int seen = 0;
    try (Lines lines = of(input, facts)) {
      for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().blank()) {
          seen++;
          consumer.accept(line.get());
        }
      }
    }
    return seen;
  }

  /** Hands over each line, so that numbers of lines stay what they are in the entry. */
  static void eachWithBlank(Input input, Facts facts, Consumer<Line> consumer) throws IOException {
    try (Lines lines = of(input, facts)) {
      for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        consumer.accept(line.get());
      }
    }
  }

  /** As {@link #each}, for sources whose emptiness means that nothing was captured. */
  static void eachOfSome(Input input, Facts facts, Consumer<Line> consumer) throws IOException {
    if (each(input, facts, consumer) == 0) {
      facts.gap(0, "is empty");
    }
  }

  /** The next line; empty after the last one. */
  Optional<Line> next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    number++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long length = 0;
    for (int next = first; next >= 0 && next != '\n'; next = in.read()) {
      if (length++ < LONGEST) {
        bytes.write(next);
      }
    }
    if (length > LONGEST) {
      facts.gap(
          number,
          "expected a line of at most "
              + LONGEST
              + " bytes, found "
              + length
              + ": its end was cut off");
    }
    return Optional.of(new Line(number, decoded(bytes)));
  }

  private String decoded(ByteArrayOutputStream bytes) {
    String text = bytes.toString(StandardCharsets.UTF_8);
    int from = number == 1 && text.startsWith("\uFEFF") ? 1 : 0;
    int to = text.endsWith("\r") ? text.length() - 1 : text.length();
    return text.substring(from, Math.max(from, to));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
