package io.kwhy.diagnosis;

import io.kwhy.fact.Fact;
import io.kwhy.rule.RuleBook;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** Names of the rules that have something to say of facts. */
public final class FiredRules {
  private static final int LIMIT = 1_000_000;

  private FiredRules() {}

  /** Of those that the rules can match, in the order of their names. */
  public static Set<String> of(RuleBook rules, List<Fact> facts) {
    Set<String> fired = new TreeSet<>();
    List<Fact> completed = Models.completed(facts).facts();
    KieSession session = rules.baseFor(completed).newKieSession();
    try {
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
              fired.add(event.getMatch().getRule().getName());
            }
          });
      completed.forEach(session::insert);
      session.fireAllRules(LIMIT);
    } finally {
      session.dispose();
    }
    return fired;
  }
}
