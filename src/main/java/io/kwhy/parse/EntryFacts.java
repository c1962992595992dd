package io.kwhy.parse;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.util.ArrayList;
import java.util.List;

/** Collects what one entry yields. */
final class EntryFacts implements Facts {
  /**
   * Gaps kept of one entry: the first ones say what is wrong with it, thousands more say nothing
   * new.
   */
  private static final int MAX_GAPS = 20;

  private final String entry;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private int moreGaps;

  EntryFacts(String entry) {
    this.entry = entry;
  }

  @Override
  public void add(Fact fact) {
    facts.add(fact);
  }

  @Override
  public void gap(int line, String problem) {
    if (gaps.size() < MAX_GAPS) {
      gaps.add(new Gap(at(line), problem));
    } else {
      moreGaps++;
    }
  }

  @Override
  public Origin at(int line) {
    return new Origin(entry, line);
  }

  /** Whether all of the entry was read. */
  boolean complete() {
    return gaps.isEmpty();
  }

  List<Fact> facts() {
    return facts;
  }

  List<Gap> gaps() {
    List<Gap> all = new ArrayList<>(gaps);
    if (moreGaps > 0) {
      all.add(new Gap(at(0), "and " + moreGaps + " more problems"));
    }
    return all;
  }
}
