package io.kwhy.diagnosis;

import static java.util.stream.Collectors.toSet;

import io.kwhy.fact.Fact;
import io.kwhy.inference.Finding;
import io.kwhy.rule.RuleBook;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The root causes that are left where facts are missing, for many times some. One session goes on
 * from each to the next: what is missing is withdrawn from it, what was missing comes back. That
 * takes a third of the time of beginning anew.
 */
public final class LessEvidence implements AutoCloseable {
  private static final int LIMIT = 1_000_000;

  private final RuleBook rules;
  private final List<Fact> facts;
  private final IdentityHashMap<List<Fact>, Completed> expected = new IdentityHashMap<>();
  private final Set<Fact> readyFor = new HashSet<>();
  private final KieBase base;
  private final KieSession session;
  private final Map<Fact, Deque<FactHandle>> present = new HashMap<>();

  /**
   * @param fewer what will be asked for, as far as that is known now
   */
  public LessEvidence(RuleBook rules, List<Fact> facts, Collection<List<Fact>> fewer) {
    this.rules = rules;
    this.facts = facts;
    expected.put(facts, Models.completed(facts));
    fewer.forEach(each -> expected.put(each, Models.completed(each)));
    expected.values().forEach(each -> readyFor.addAll(each.facts()));
    base = rules.baseFor(readyFor);
    session = base.newKieSession();
  }

  /** With nothing missing. */
  public Diagnosis whole() {
    return anew(facts, expected.get(facts));
  }

  /** The roots where there is no more than this. */
  public Set<Finding> roots(List<Fact> fewer) {
    Completed completed = expected.get(fewer);
    if (completed == null) {
      completed = Models.completed(fewer);
      if (!readyFor.containsAll(completed.facts())) {
        return roots(Diagnoser.once(rules, fewer));
      }
    }
    if (!completed.failed().isEmpty()) {
      throw new IllegalStateException(completed.failed().toString());
    }
    return rootsOfSession(completed.facts());
  }

  /** The same, of what was said to be asked for, in a session of its own. */
  public Set<Finding> rootsAnew(List<Fact> fewer) {
    return roots(anew(fewer, expected.get(fewer)));
  }

  private Diagnosis anew(List<Fact> fewer, Completed completed) {
    return new Diagnoser(rules, Models.ALL, base).diagnose(fewer, completed);
  }

  private static Set<Finding> roots(Diagnosis diagnosis) {
    return diagnosis.rootCauses().stream().map(Diagnosis.RootCause::finding).collect(toSet());
  }

  private Set<Finding> rootsOfSession(List<Fact> completed) {
    Map<Fact, Integer> wanted = new HashMap<>();
    completed.stream()
        .filter(fact -> rules.isRead(fact.getClass()))
        .forEach(fact -> wanted.merge(fact, 1, Integer::sum));
    present.forEach((fact, handles) -> withdraw(handles, wanted.getOrDefault(fact, 0)));
    wanted.forEach(this::bring);
    if (session.fireAllRules(LIMIT) == LIMIT) {
      throw new IllegalStateException("rules do not end");
    }
    return roots();
  }

  private void withdraw(Deque<FactHandle> handles, int wanted) {
    while (handles.size() > wanted) {
      session.delete(handles.pop());
    }
  }

  private void bring(Fact fact, int wanted) {
    Deque<FactHandle> handles = present.computeIfAbsent(fact, each -> new ArrayDeque<>());
    while (handles.size() < wanted) {
      handles.push(session.insert(fact));
    }
  }

  private Set<Finding> roots() {
    Conclusions left = Conclusions.of(session, Details.none());
    return Set.copyOf(new Explanations(left.findings(), left.symptoms(), left.explains()).roots());
  }

  @Override
  public void close() {
    session.dispose();
  }
}
