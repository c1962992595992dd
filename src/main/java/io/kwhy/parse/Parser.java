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
}
