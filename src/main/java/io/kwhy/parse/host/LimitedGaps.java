package io.kwhy.parse.host;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.parse.Facts;

/**
 * Passes on what was read, but only the first gaps: an entry that is something else altogether
 * would give one for each of its lines.
 */
final class LimitedGaps implements Facts {

  static final int MOST = 10;

  private final Facts facts;
  private int passed;
  private int withheld;
  private int firstWithheld;

  LimitedGaps(Facts facts) {
    this.facts = facts;
  }

  @Override
  public void add(Fact fact) {
    facts.add(fact);
  }

  @Override
  public void gap(int line, String problem) {
    if (passed < MOST) {
      passed++;
      facts.gap(line, problem);
    } else if (withheld++ == 0) {
      firstWithheld = line;
    }
  }

  @Override
  public Origin at(int line) {
    return facts.at(line);
  }

  /** Says how many gaps were withheld, if any. */
  void end() {
    if (withheld > 0) {
      facts.gap(firstWithheld, "could not be read from here on in " + withheld + " more places");
    }
  }
}
