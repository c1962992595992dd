package io.kwhy.rule.file;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rules, cards or signals that can't be used. Its message lists everything that is wrong. */
public final class InvalidRulesException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** Of everything that is wrong, in any order. */
  public InvalidRulesException(Collection<Problem> problems) {
    // Without a stack trace: the fault is in a file of rules, not in the code that read it.
    super(
        new TreeSet<>(problems).stream().map(Problem::toString).collect(Collectors.joining("\n")),
        null,
        false,
        false);
    this.problems = List.copyOf(new TreeSet<>(problems));
  }

  /** Everything that is wrong, by file and line. */
  public List<Problem> problems() {
    return problems;
  }
}
