package io.kwhy.fact.log;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Parts one after the other; of all runs of plain characters in them the longest is kept. */
final class RequiredSequence {
  /** Shorter runs are in too many lines. */
  static final int SHORTEST = 4;

  private static final int MOST_SPELLINGS = 16;

  private List<String> starts = RequiredPart.NOTHING;
  private List<String> runs = RequiredPart.NOTHING;
  private boolean exact = true;
  private List<Literal> best = List.of();

  void add(RequiredPart part, boolean anyCase) {
    List<String> longer = product(runs, part.starts());
    if (longer.isEmpty()) {
      cut(anyCase);
      longer = part.starts();
    }
    runs = longer;
    if (!part.exact()) {
      cut(anyCase);
      offer(part.needed());
      runs = part.ends();
    }
  }

  /** All of one followed by all of the other; empty if these are too many. */
  private static List<String> product(List<String> one, List<String> other) {
    if (one.size() * other.size() > MOST_SPELLINGS) {
      return List.of();
    }
    if (one.size() == 1 && other.size() == 1) {
      return List.of(one.get(0).concat(other.get(0)));
    }
    Set<String> texts = new LinkedHashSet<>();
    one.forEach(start -> other.forEach(end -> texts.add(start + end)));
    return List.copyOf(texts);
  }

  /** Ends the run of plain characters, where what follows need not be there as it stands. */
  void cut(boolean anyCase) {
    offer(runs.stream().map(run -> new Literal(run, anyCase)).toList());
    starts = exact ? runs : starts;
    exact = false;
    runs = RequiredPart.NOTHING;
  }

  private void offer(List<Literal> literals) {
    int shortest = shortest(literals);
    if (shortest >= SHORTEST && shortest > shortest(best)) {
      best = literals;
    }
  }

  private static int shortest(List<Literal> literals) {
    return literals.stream().mapToInt(Literal::length).min().orElse(0);
  }

  /** What is known of all of them together. */
  RequiredPart toPart(boolean anyCase) {
    offer(runs.stream().map(run -> new Literal(run, anyCase)).toList());
    return new RequiredPart(exact ? runs : starts, runs, exact, best);
  }
}
