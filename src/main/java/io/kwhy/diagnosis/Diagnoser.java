package io.kwhy.diagnosis;

import io.kwhy.diagnosis.Diagnosis.Quarantined;
import io.kwhy.fact.Fact;
import io.kwhy.rule.RuleBook;
import java.util.ArrayList;
import java.util.Collection;
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
      quarantined.add(failed.get());
      if (!leftOut.add(failed.get().rule())) {
        throw new IllegalStateException("left out and failed again: " + failed.get());
      }
      usable = rules.baseWithout(leftOut);
    }
  }
}
