package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.diagnosis.Diagnosis.RootCause;
import io.kwhy.diagnosis.Diagnosis.Scope;
import io.kwhy.fact.Gap;
import io.kwhy.inference.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The verdict in a sentence. A clean bill of health says how much was looked at, and what not. */
final class Headline {
  /** Kinds of facts whose number tells a reader how much was looked at. */
  private static final List<String> COUNTED = List.of("Node", "Pod", "Probe");

  private final Diagnosis diagnosis;
  private final Titles titles;

  Headline(Diagnosis diagnosis, Titles titles) {
    this.diagnosis = diagnosis;
    this.titles = titles;
  }

  Run run() {
    return switch (diagnosis.verdict()) {
      case HEALTHY -> new Run(sawAll() ? Style.GOOD : Style.UNSURE, healthy());
      case CAUSES_FOUND -> new Run(Style.BAD, causes());
      case UNEXPLAINED -> new Run(Style.UNSURE, unexplained());
      case COULD_NOT_LOOK -> new Run(Style.UNSURE, couldNotLook());
    };
  }

  private boolean sawAll() {
    Scope scope = diagnosis.scope();
    return scope.missingHosts().isEmpty()
        && scope.partialHosts().isEmpty()
        && diagnosis.unchecked().isEmpty();
  }

  private String causes() {
    List<RootCause> causes = diagnosis.rootCauses();
    boolean nothingHurts = causes.stream().allMatch(cause -> cause.explains().isEmpty());
    int different = Alike.of(causes).size();
    String found =
        (different < causes.size()
                ? Words.count(different, "cause") + " found in " + causes.size() + " places"
                : Words.count(causes.size(), "cause") + " found")
            + (nothingHurts ? ", with no symptom captured" : "");
    String what =
        causes.size() == 1
            ? ": " + titles.of(causes.get(0).finding())
            : ", the first of them: " + titles.of(causes.get(0).finding());
    int open = diagnosis.unexplained().size();
    return found
        + what
        + hence(causes.get(0))
        + (open == 0 ? "" : "; " + Words.count(open, "symptom") + " without one");
  }

  /** What hits the whole cluster is named at once, also where it is but a consequence. */
  private String hence(RootCause first) {
    return first.explains().stream()
        .filter(effect -> effect.subject().kind().equals("cluster"))
        .filter(Finding.class::isInstance)
        .map(Finding.class::cast)
        .findFirst()
        .map(finding -> ", hence: " + titles.of(finding))
        .orElse("");
  }

  private String unexplained() {
    int number = diagnosis.unexplained().size();
    return Words.count(number, "symptom") + ", no known cause" + butNot();
  }

  private String couldNotLook() {
    List<String> problems = diagnosis.gaps().stream().limit(1).map(Headline::said).toList();
    return problems.isEmpty()
        ? "Could not look: there is no evidence in the bundle"
        : "Could not look: " + problems.get(0);
  }

  private static String said(Gap gap) {
    return gap.origin() + ": " + gap.problem();
  }

  private String healthy() {
    Scope scope = diagnosis.scope();
    List<String> seen = new ArrayList<>();
    seen.add(Words.count(scope.hosts().size(), "host"));
    for (String kind : COUNTED) {
      int number = scope.counts().getOrDefault(kind, 0);
      if (number > 0) {
        seen.add(Words.count(number, kind.toLowerCase(Locale.ROOT)));
      }
    }
    return "Nothing wrong found in what was looked at: "
        + Words.list(seen)
        + butNot()
        + (scope.missingHosts().isEmpty()
            ? withoutCluster() ? "; could not ask the cluster" : ""
            : "; could not look at " + Words.list(scope.missingHosts(), Words.MOST_HOSTS))
        + (scope.partialHosts().isEmpty()
            ? ""
            : "; only in part at " + Words.list(scope.partialHosts(), Words.MOST_HOSTS));
  }

  /** The bundle says why; what hosts alone show is not all. */
  private boolean withoutCluster() {
    return diagnosis.scope().counts().getOrDefault("Node", 0) == 0
        && diagnosis.gaps().stream().anyMatch(gap -> gap.origin().entry().equals("cluster"));
  }

  /** Not found is not the same as not there. */
  private String butNot() {
    int unchecked = diagnosis.unchecked().size();
    return unchecked == 0 ? "" : "; " + Words.count(unchecked, "cause") + " could not be checked";
  }
}
