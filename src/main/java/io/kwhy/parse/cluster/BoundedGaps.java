package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.parse.Facts;

/** Passes facts on, and the first gaps of an entry; a million broken objects are one story. */
final class BoundedGaps implements Facts {
  static final int MOST = 100;

  private final Facts facts;
  private long gaps;

  BoundedGaps(Facts facts) {
    this.facts = facts;
  }

  @Override
  public void add(Fact fact) {
    facts.add(fact);
  }

  @Override
  public void gap(int line, String problem) {
    gaps++;
    if (gaps <= MOST) {
      facts.gap(line, problem);
    }
  }

  @Override
  public Origin at(int line) {
    return facts.at(line);
  }

  /** Says how many were not listed, if any. */
  void end() {
    if (gaps > MOST) {
      facts.gap(0, (gaps - MOST) + " more problems in it are not listed");
    }
  }
}
