package io.kwhy.diagnosis;

import io.kwhy.fact.Fact;
import io.kwhy.rule.RuleBook;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * What facts mean, and by which rules.
 *
 * @param names of all rules that had something to say, sorted
 */
public record FiredRules(Diagnosis diagnosis, Set<String> names) {
  private static final int LIMIT = 1_000_000;

  /** Of those rules that can match, for one and the same base. */
  public static FiredRules of(RuleBook rules, List<Fact> facts) {
    Completed completed = Models.completed(facts);
    KieBase base = rules.baseFor(completed.facts());
    Diagnosis diagnosis = new Diagnoser(rules, Models.ALL, base).diagnose(facts, completed);
    return new FiredRules(diagnosis, fired(base, completed.facts()));
  }

  private static Set<String> fired(KieBase base, List<Fact> facts) {
    Set<String> names = new TreeSet<>();
    KieSession session = base.newKieSession();
    try {
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
              names.add(event.getMatch().getRule().getName());
            }
          });
      facts.forEach(session::insert);
      session.fireAllRules(LIMIT);
    } finally {
      session.dispose();
    }
    return names;
  }
}
