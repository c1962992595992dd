package io.kwhy.parse;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what one entry yields. */
final class EntryFacts implements Facts {
  /**
   * Gaps kept of one entry: the first ones say what is wrong with it, thousands more say nothing
   * new.
   */
  static final int MAX_GAPS = 20;

  private final String entry;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private int moreGaps;
  private int lineOfMore;

  EntryFacts(String entry) {
    this.entry = entry;
  }

  /** What a parser makes of an entry. */
  static EntryFacts of(Input input, Parser parser) {
    EntryFacts facts = new EntryFacts(input.path());
    parser.attempt(input, facts);
    return facts;
  }

  @Override
  public void add(Fact fact) {
    facts.add(fact);
  }

  @Override
  public void gap(int line, String problem) {
    gap(line, () -> problem);
  }

  @Override
  public void gap(int line, Supplier<String> problem) {
    if (gaps.size() < MAX_GAPS) {
      gaps.add(new Gap(at(line), problem.get()));
    } else if (moreGaps++ == 0) {
      lineOfMore = line;
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
      all.add(new Gap(at(lineOfMore), "and " + moreGaps + " more problems from here on"));
    }
    return all;
  }
}
