package io.kwhy.parse;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.util.function.Supplier;

/** Takes the facts of one entry as they are read. */
public interface Facts {
  /** A fact was read. */
  void add(Fact fact);

  /**
   * Part of the entry could not be read: what is missing among its facts proves nothing. The rest
   * of the entry still counts.
   *
   * @param line from 1; 0 for the entry as a whole
   * @param problem what was expected and what was found
   */
  void gap(int line, String problem);

  /** As {@link #gap(int, String)}; where enough gaps were told, nobody asks what this one is. */
  default void gap(int line, Supplier<String> problem) {
    gap(line, problem.get());
  }

  /** The place of a line in the entry. */
  Origin at(int line);

  /** Shorthand for a gap that was made elsewhere. */
  default void gap(Gap gap) {
    gap(gap.origin().line(), gap.problem());
  }
}
