package io.kwhy.parse.text;

import io.kwhy.bundle.LineReader;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The lines of an entry, one at a time, however long the entry is. A line that is too long is cut,
 * and bytes that are not UTF-8 become replacement characters; both are gaps, the latter but for
 * comments, where nothing is lost.
 */
public final class Lines implements AutoCloseable {
  /** Bytes of a line that are kept. */
  static final int LONGEST = LineReader.MAX_LINE;

  private final LineReader in;
  private final Facts facts;

  private Lines(LineReader in, Facts facts) {
    this.in = in;
    this.facts = facts;
  }

  /** The lines of an entry; what is no UTF-8 among them is a gap. */
  public static Lines of(Input input, Facts facts) throws IOException {
    return new Lines(new LineReader(input.open()), facts);
  }

  /** Hands over each line that is not blank. Returns how many these were. */
  public static int each(Input input, Facts facts, Consumer<Line> consumer) throws IOException {
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
  public static void eachWithBlank(Input input, Facts facts, Consumer<Line> consumer)
      throws IOException {
    try (Lines lines = of(input, facts)) {
      for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        consumer.accept(line.get());
      }
    }
  }

  /** As {@link #each}, for sources whose emptiness means that nothing was captured. */
  public static void eachOfSome(Input input, Facts facts, Consumer<Line> consumer)
      throws IOException {
    if (each(input, facts, consumer) == 0) {
      facts.gap(0, "is empty");
    }
  }

  /** The next line; empty after the last one. */
  public Optional<Line> next() throws IOException {
    if (!in.next()) {
      return Optional.empty();
    }
    Line line = new Line(in.number(), in.text());
    if (in.isCut()) {
      facts.gap(
          line.number(),
          "expected a line of at most "
              + LONGEST
              + " bytes, found a longer one: its end was cut off");
    }
    if (in.isRepaired() && !line.isComment()) {
      facts.gap(line.number(), line.insteadOf("UTF-8"));
    }
    return Optional.of(line);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
