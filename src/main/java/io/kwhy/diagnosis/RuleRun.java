package io.kwhy.diagnosis;

import io.kwhy.diagnosis.Diagnosis.Quarantined;
import io.kwhy.fact.Fact;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;

/**
 * One run of the rules over the facts.
 *
 * @param failed the rule that failed, if one did; then there are no conclusions
 */
record RuleRun(Conclusions conclusions, Optional<Quarantined> failed) {
  /** More conclusions than this per fact are a loop. */
  private static final int FIRINGS_PER_FACT = 50;

  private static final int LEAST_FIRINGS = 20_000;

  /** Names the rules that share a condition which could not be evaluated. */
  private static final Pattern RULE_IN_MESSAGE = Pattern.compile("\\[Rule \"([^\"]+)\"");

  /** How often each rule fired. */
  private static final class Firings extends DefaultAgendaEventListener {
    private final Map<String, Integer> counts = new TreeMap<>();

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      counts.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
    }

    String mostFired() {
      return counts.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .orElseThrow()
          .getKey();
    }
  }

  static RuleRun of(KieBase base, Collection<Fact> facts) {
    int limit =
        (int) Math.min(Integer.MAX_VALUE, LEAST_FIRINGS + (long) FIRINGS_PER_FACT * facts.size());
    Firings firings = new Firings();
    KieSession session = base.newKieSession();
    try {
      session.addEventListener(firings);
      facts.forEach(session::insert);
      if (session.fireAllRules(limit) >= limit) {
        return failed(firings.mostFired(), "rule loop: did not end after " + limit + " firings");
      }
      return new RuleRun(Conclusions.of(session), Optional.empty());
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      session.dispose();
    }
  }

  private static RuleRun failed(RuntimeException e) {
    String problem = causes(e).get(causes(e).size() - 1).toString();
    for (Throwable thrown : causes(e)) {
      if (thrown instanceof ConsequenceException consequence && consequence.getRule() != null) {
        return failed(consequence.getRule().getName(), problem);
      }
      Matcher named = RULE_IN_MESSAGE.matcher(String.valueOf(thrown.getMessage()));
      if (named.find()) {
        return failed(named.group(1), problem);
      }
    }
    throw e;
  }

  private static List<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(20).toList();
  }

  private static RuleRun failed(String rule, String problem) {
    return new RuleRun(Conclusions.none(), Optional.of(new Quarantined(rule, problem)));
  }
}
