package io.kwhy.diagnosis;

import io.kwhy.diagnosis.Diagnosis.Quarantined;
import io.kwhy.fact.Fact;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.core.impl.InternalRuleBase;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.Match;

/**
 * One run of the rules over the facts.
 *
 * @param failed the rule that failed, if one did, or {@link #UNKNOWN_RULE}; then there are no
 *     conclusions
 */
record RuleRun(Conclusions conclusions, Optional<Quarantined> failed) {
  /** More conclusions than this per fact are a loop. */
  private static final int FIRINGS_PER_FACT = 50;

  private static final int LEAST_FIRINGS = 20_000;

  /** Stands for the name of one of the rules, where it does not show which one failed. */
  static final String UNKNOWN_RULE = "";

  /** Names the rules that share a condition which could not be evaluated. */
  private static final Pattern RULE_IN_MESSAGE = Pattern.compile("\\[Rule \"([^\"]+)\"");

  /** A consequence takes microseconds; one that takes so long does not end. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What conditions may take besides: all of them over 150,000 pods take some ten seconds. */
  private static final long NANOS_PER_FACT = 200_000;

  /** So often in a row it is the same rule that runs: many that are slow take turns. */
  private static final int TIMES_SEEN = 4;

  /** How often each rule fired, which matches gave details, what fires now, and since when. */
  private static final class Firings extends DefaultAgendaEventListener {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Set<Match> detailing = Collections.newSetFromMap(new IdentityHashMap<>());
    private volatile String current = "";
    private volatile long changed = System.nanoTime();

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      current = event.getMatch().getRule().getName();
      changed = System.nanoTime();
      counts.merge(current, 1, Integer::sum);
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
      if (!Details.concludedBy(event.getMatch()).isEmpty()) {
        detailing.add(event.getMatch());
      }
      current = "";
      changed = System.nanoTime();
    }

    /** The rule that fires now; {@code ""} while conditions are held against facts. */
    String current() {
      return current;
    }

    /** The rule that fires now, or whose condition is held against facts; {@code ""} for none. */
    String running(Thread thread, KieBase base) {
      String firing = current;
      ClassLoader loader = ((InternalRuleBase) base).getRootClassLoader();
      return firing.isEmpty()
          ? OwnerOfCondition.of(thread.getStackTrace(), loader).orElse("")
          : firing;
    }

    boolean isStuck(Duration patience, int facts) {
      long more = current.isEmpty() ? NANOS_PER_FACT * facts : 0;
      return System.nanoTime() - changed > patience.toNanos() + more;
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
    return of(base, facts, PATIENCE);
  }

  /**
   * Runs on a thread of its own: one that does not end cannot be stopped, but left behind.
   *
   * @param patience how long a consequence may take; conditions may take more over many facts
   */
  static RuleRun of(KieBase base, Collection<Fact> facts, Duration patience) {
    Firings firings = new Firings();
    FutureTask<RuleRun> run = new FutureTask<>(() -> run(base, facts, firings));
    Thread thread = new Thread(run, "rules");
    thread.setDaemon(true);
    thread.start();
    String suspect = "";
    int seen = 0;
    while (true) {
      try {
        return run.get(patience.toMillis() / 4 + 1, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (firings.isStuck(patience, facts.size())) {
          String running = firings.running(thread, base);
          seen = running.equals(suspect) ? seen + 1 : 1;
          suspect = running;
          boolean slow =
              running.isEmpty() && !firings.isStuck(patience.multipliedBy(10), facts.size());
          if (seen >= TIMES_SEEN && !slow) {
            return stuck(suspect, patience);
          }
        }
      } catch (ExecutionException e) {
        return failed(e.getCause(), firings.current(), base);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while rules ran", e);
      }
    }
  }

  private static RuleRun run(KieBase base, Collection<Fact> facts, Firings firings) {
    int limit =
        (int) Math.min(Integer.MAX_VALUE, LEAST_FIRINGS + (long) FIRINGS_PER_FACT * facts.size());
    KieSession session = base.newKieSession();
    try {
      session.addEventListener(firings);
      facts.forEach(session::insert);
      if (session.fireAllRules(limit) >= limit) {
        return failed(firings.mostFired(), "rule loop: did not end after " + limit + " firings");
      }
      return new RuleRun(Conclusions.of(session, Details.of(firings.detailing)), Optional.empty());
    } finally {
      session.dispose();
    }
  }

  private static RuleRun stuck(String rule, Duration patience) {
    if (rule.isEmpty()) {
      throw new IllegalStateException("rules did not end, and none of them is to be seen");
    }
    return failed(rule, "did not end within " + patience.toSeconds() + " seconds");
  }

  /**
   * Memory and stack are the rule's that fired, or whose condition was held against facts, as far
   * as anyone can tell; a stack that is full tells its last part only.
   */
  private static RuleRun failed(Throwable thrown, String current, KieBase base) {
    if (thrown instanceof RuntimeException e) {
      return failed(e);
    }
    if (thrown instanceof VirtualMachineError) {
      ClassLoader loader = ((InternalRuleBase) base).getRootClassLoader();
      String rule =
          current.isEmpty()
              ? OwnerOfCondition.of(thrown.getStackTrace(), loader).orElse(UNKNOWN_RULE)
              : current;
      if (!rule.equals(UNKNOWN_RULE) || thrown instanceof StackOverflowError) {
        return failed(rule, thrown.toString());
      }
    }
    throw new IllegalStateException("rules failed", thrown);
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
