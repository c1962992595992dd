package io.kwhy.rule.lint;

import io.kwhy.fact.log.Signal;
import io.kwhy.rule.file.Placed;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleKind;
import io.kwhy.rule.source.DrlFile;
import io.kwhy.rule.source.DrlText;
import io.kwhy.rule.source.RuleSources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What a folder of rules declares is used in it. */
final class UseLint {
  private final RuleSources sources;

  /** The texts in quotation marks, by file: names of others are among them. */
  private final Map<String, SortedSet<String>> literals = new HashMap<>();

  private final List<Problem> problems = new ArrayList<>();

  private UseLint(RuleSources sources) {
    this.sources = sources;
    for (DrlFile drl : sources.drls()) {
      literals.put(drl.file().label(), DrlText.literals(drl.file().text()));
    }
  }

  /** Signals, symptoms and types that nothing uses. */
  static List<Problem> check(RuleSources sources) {
    UseLint lint = new UseLint(sources);
    lint.checkSignals();
    lint.checkDrls();
    return lint.problems;
  }

  private void checkSignals() {
    for (Placed<Signal> signal : sources.signals()) {
      String id = signal.value().id();
      boolean used =
          signal.value().role() != Signal.Role.MESSAGE
              || mentioned(id, List.of())
              || sources.signals().stream().anyMatch(other -> endsWith(other.value(), id));
      if (!used) {
        problems.add(
            signal.problem("signal \"" + id + "\" is used by no rule and no other signal"));
      }
    }
  }

  private void checkDrls() {
    boolean hasCauses = sources.drls().stream().anyMatch(drl -> isKind(drl, RuleKind.CAUSES));
    for (DrlFile drl : sources.drls()) {
      if (hasCauses
          && isKind(drl, RuleKind.SYMPTOMS)
          && !mentioned(drl.file().id(), List.of(drl))) {
        problems.add(
            drl.file().problem(0, "symptom \"" + drl.file().id() + "\" is explained by no cause"));
      }
      for (String type : drl.declared()) {
        if (patterns().noneMatch(pattern -> pattern.simpleType().equals(type))) {
          problems.add(drl.file().problem(0, "declares " + type + ", which no rule reads"));
        }
      }
    }
  }

  private static boolean endsWith(Signal other, String id) {
    return !other.id().equals(id) && other.over().contains(id);
  }

  private boolean mentioned(String id, List<DrlFile> except) {
    return sources.drls().stream()
        .filter(drl -> !except.contains(drl))
        .anyMatch(drl -> literals.get(drl.file().label()).contains(id));
  }

  private Stream<DrlFile.Pattern> patterns() {
    return sources.drls().stream()
        .flatMap(drl -> drl.rules().stream())
        .flatMap(rule -> rule.patterns().stream());
  }

  private static boolean isKind(DrlFile drl, RuleKind kind) {
    return drl.file().kind().filter(kind::equals).isPresent();
  }
}
