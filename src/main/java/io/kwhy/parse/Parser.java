package io.kwhy.parse;

import java.io.IOException;

/**
 * Reads the entries of one source. Bad input yields what can be read and a gap that says where and
 * what; an exception of the stream itself is made a gap by the caller.
 */
@FunctionalInterface
public interface Parser {
  /**
   * Adds what an entry says, and gaps for what it does not.
   *
   * @throws IOException where the entry cannot be read any further
   */
  void parse(Input input, Facts facts) throws IOException;

  /**
   * As {@link #parse}; that the entry could not be read is a gap. So is what no parser should
   * throw: one bad entry must not cost all others, whatever somebody put into it.
   */
  default void attempt(Input input, Facts facts) {
    try {
      parse(input, facts);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      facts.gap(0, unread(e));
    }
  }

  /** What a gap says of evidence that could not be read any further. */
  static String unread(Throwable why) {
    return why instanceof IOException
        ? "could not be read to its end: " + why.getMessage()
        : "could not be read to its end, by a fault of kwhy: " + why.getClass().getSimpleName();
  }
}
