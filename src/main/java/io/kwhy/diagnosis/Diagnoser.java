package io.kwhy.diagnosis;

import io.kwhy.diagnosis.Diagnosis.Quarantined;
import io.kwhy.fact.Fact;
import io.kwhy.rule.RuleBook;
import io.kwhy.rule.contents.RuleEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.KieBase;

/**
 * Facts in, diagnosis out. Keeps nothing between calls; the same facts in any order give an equal
 * diagnosis. A rule that fails is left out, and the others are held against the facts again; of a
 * model that fails, so are the rules that ask for what it makes.
 */
public final class Diagnoser {
  private final RuleBook rules;
  private final List<Model> models;
  private final KieBase base;

  /** Gets all rules ready, for any number of diagnoses. */
  public Diagnoser(RuleBook rules) {
    this(rules, Models.ALL);
  }

  /** All rules, and other models. */
  Diagnoser(RuleBook rules, List<Model> models) {
    this(rules, models, rules.base());
  }

  /** Rules that are ready. */
  Diagnoser(RuleBook rules, List<Model> models, KieBase base) {
    this.rules = rules;
    this.models = models;
    this.base = base;
  }

  /**
   * What the facts mean, with no more rules made ready than they call for: the quick way to one.
   */
  public static Diagnosis once(RuleBook rules, Collection<? extends Fact> facts) {
    Completed completed = Models.completed(facts);
    return new Diagnoser(rules, Models.ALL, rules.baseFor(completed.facts()))
        .diagnose(facts, completed);
  }

  /** What the facts mean. */
  public Diagnosis diagnose(Collection<? extends Fact> facts) {
    return diagnose(facts, Models.completed(models, facts));
  }

  /**
   * What the facts mean.
   *
   * @param completed what the models make of them
   */
  Diagnosis diagnose(Collection<? extends Fact> facts, Completed completed) {
    List<Fact> relevant =
        completed.facts().stream().filter(fact -> rules.isRead(fact.getClass())).toList();
    List<Quarantined> quarantined = new ArrayList<>(completed.failed());
    // To them a fact that is missing would be one that is not so.
    Set<String> leftOut = new TreeSet<>(rules.reading(completed.missing()));
    KieBase usable = leftOut.isEmpty() ? base : rules.baseWithout(leftOut);
    while (true) {
      RuleRun run = RuleRun.of(usable, relevant);
      Optional<Quarantined> failed = run.failed();
      if (failed.isEmpty()) {
        return new Arrangement(facts, run.conclusions(), rules, quarantined).diagnosis();
      }
      Quarantined named = named(failed.get(), relevant, leftOut);
      quarantined.add(named);
      if (!leftOut.add(named.rule())) {
        throw new IllegalStateException("left out and failed again: " + named);
      }
      usable = rules.baseWithout(leftOut);
    }
  }

  /**
   * What failed, with the name of a rule: that without which, and those before it, the others do
   * not fail; found by halves. Users' rules come first.
   */
  private Quarantined named(Quarantined failed, List<Fact> facts, Set<String> leftOut) {
    if (!failed.rule().equals(RuleRun.UNKNOWN_RULE)) {
      return failed;
    }
    List<String> names = new ArrayList<>(rules.entries().stream().map(RuleEntry::name).toList());
    names.removeAll(leftOut);
    Collections.reverse(names);
    int without = 0;
    int least = names.size();
    while (least - without > 1) {
      int half = (without + least) / 2;
      Set<String> fewer = new TreeSet<>(leftOut);
      fewer.addAll(names.subList(0, half));
      if (RuleRun.of(rules.baseWithout(fewer), facts).failed().isPresent()) {
        without = half;
      } else {
        least = half;
      }
    }
    return new Quarantined(names.get(least - 1), failed.problem());
  }
}
