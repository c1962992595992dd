package io.kwhy.diagnosis;

import io.kwhy.diagnosis.Diagnosis.Quarantined;
import io.kwhy.fact.Fact;
import io.kwhy.rule.RuleBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.KieBase;

/**
 * Facts in, diagnosis out. Keeps nothing between calls; the same facts in any order give an equal
 * diagnosis. A rule that fails is left out, and the others are held against the facts again.
 */
public final class Diagnoser {
  private final RuleBook rules;
  private final KieBase base;
  private final Set<Class<?>> factTypes;

  /** Gets all rules ready, for any number of diagnoses. */
  public Diagnoser(RuleBook rules) {
    this(rules, rules.base());
  }

  private Diagnoser(RuleBook rules, KieBase base) {
    this.rules = rules;
    this.base = base;
    this.factTypes = rules.factTypes();
  }

  /**
   * What the facts mean, with no more rules made ready than they call for: the quick way to one.
   */
  public static Diagnosis once(RuleBook rules, Collection<? extends Fact> facts) {
    Collection<? extends Fact> completed = Models.completed(facts);
    return new Diagnoser(rules, rules.baseFor(completed)).diagnose(facts, completed);
  }

  /**
   * What each of several collections of facts means that have most in common: as {@link #once}, but
   * the rules are made ready for all of them together.
   */
  public static List<Diagnosis> each(
      RuleBook rules, List<? extends Collection<? extends Fact>> collections) {
    List<List<Fact>> completed = collections.stream().map(Models::completed).toList();
    Set<Fact> any = Collections.newSetFromMap(new IdentityHashMap<>());
    completed.forEach(any::addAll);
    Diagnoser diagnoser = new Diagnoser(rules, rules.baseFor(any));
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (int i = 0; i < completed.size(); i++) {
      diagnoses.add(diagnoser.diagnose(collections.get(i), completed.get(i)));
    }
    return diagnoses;
  }

  /** What the facts mean. */
  public Diagnosis diagnose(Collection<? extends Fact> facts) {
    return diagnose(facts, Models.completed(facts));
  }

  private Diagnosis diagnose(
      Collection<? extends Fact> facts, Collection<? extends Fact> completed) {
    List<Fact> relevant = new ArrayList<>();
    for (Fact fact : completed) {
      if (factTypes.stream().anyMatch(type -> type.isInstance(fact))) {
        relevant.add(fact);
      }
    }
    List<Quarantined> quarantined = new ArrayList<>();
    Set<String> leftOut = new TreeSet<>();
    KieBase usable = base;
    while (true) {
      RuleRun run = RuleRun.of(usable, relevant);
      Optional<Quarantined> failed = run.failed();
      if (failed.isEmpty()) {
        return new Report(facts, run.conclusions(), rules, quarantined).diagnosis();
      }
      quarantined.add(failed.get());
      if (!leftOut.add(failed.get().rule())) {
        throw new IllegalStateException("left out and failed again: " + failed.get());
      }
      usable = rules.baseWithout(leftOut);
    }
  }
}
