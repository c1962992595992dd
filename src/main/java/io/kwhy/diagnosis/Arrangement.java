package io.kwhy.diagnosis;

import static java.util.Comparator.comparing;

import io.kwhy.diagnosis.Diagnosis.Complaint;
import io.kwhy.diagnosis.Diagnosis.Explained;
import io.kwhy.diagnosis.Diagnosis.Proof;
import io.kwhy.diagnosis.Diagnosis.Quarantined;
import io.kwhy.diagnosis.Diagnosis.RootCause;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.inference.Effect;
import io.kwhy.inference.Evidence;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Listed;
import io.kwhy.inference.Observed;
import io.kwhy.inference.Symptom;
import io.kwhy.inference.Weight;
import io.kwhy.rule.RuleBook;
import io.kwhy.rule.card.Card;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Conclusions, arranged as a diagnosis. */
final class Arrangement {
  private final Collection<? extends Fact> facts;
  private final Conclusions conclusions;
  private final RuleBook rules;
  private final List<Quarantined> quarantined;
  private final Explanations explanations;
  private final Asides asides;
  private final Map<Finding, List<Evidence>> evidence;
  private final Map<Symptom, List<Observed>> observed;
  private final Map<Finding, List<Listed>> listed;

  /** Asked for in comparisons, too, and a finding may have thousands of firings. */
  private final Map<Finding, SortedMap<String, String>> details = new HashMap<>();

  Arrangement(
      Collection<? extends Fact> facts,
      Conclusions conclusions,
      RuleBook rules,
      List<Quarantined> quarantined) {
    this.facts = facts;
    this.conclusions = conclusions;
    this.rules = rules;
    this.quarantined = quarantined;
    this.explanations =
        new Explanations(conclusions.findings(), conclusions.symptoms(), conclusions.explains());
    this.asides = new Asides(conclusions);
    this.evidence = by(Evidence::finding, conclusions.evidence());
    this.observed = by(Observed::symptom, conclusions.observed());
    this.listed = by(Listed::finding, conclusions.listed());
  }

  private static <K, T> Map<K, List<T>> by(Function<T, K> key, List<T> all) {
    Map<K, List<T>> groups = new HashMap<>();
    all.forEach(each -> groups.computeIfAbsent(key.apply(each), k -> new ArrayList<>()).add(each));
    return groups;
  }

  Diagnosis diagnosis() {
    List<Complaint> symptoms = symptoms();
    return new Diagnosis(
        ScopeOf.facts(facts, rules.size()),
        rootCauses(),
        explained(),
        symptoms,
        symptoms.stream().filter(c -> explanations.explainersOf(c.symptom()).isEmpty()).toList(),
        asides.unchecked(),
        asides.ruledOut(),
        asides.harmless(),
        asides.past(),
        new ProgressMade(conclusions.stops(), conclusions.reached()).all(),
        gaps(),
        quarantined.stream().sorted(comparing(Quarantined::rule)).toList());
  }

  private List<RootCause> rootCauses() {
    return explanations.roots().stream()
        .sorted(
            comparing(explanations::symptomsOf, Comparator.reverseOrder())
                .thenComparing(this::severity)
                .thenComparing(Explanations.ORDER))
        .map(this::rootCause)
        .toList();
  }

  private RootCause rootCause(Finding finding) {
    List<Proof> proofs = Proofs.of(evidenceOf(finding));
    return new RootCause(
        finding,
        Proofs.certainty(proofs),
        Proofs.since(evidenceOf(finding).map(Evidence::fact)),
        List.<Effect>copyOf(explanations.effectsOf(finding)),
        proofs,
        details(finding));
  }

  private Card.Severity severity(Finding finding) {
    return rules
        .card(finding.cause())
        .map(card -> card.severity(details(finding).keySet()))
        .orElse(Card.Severity.WARNING);
  }

  private List<Explained> explained() {
    return conclusions.findings().stream()
        .filter(finding -> !explanations.roots().contains(finding))
        .sorted(Explanations.ORDER)
        .map(
            finding ->
                new Explained(
                    finding,
                    explanations.explainersOf(finding),
                    Proofs.of(evidenceOf(finding)),
                    details(finding)))
        .toList();
  }

  private List<Complaint> symptoms() {
    return conclusions.symptoms().stream()
        .sorted(Explanations.ORDER)
        .map(
            symptom ->
                new Complaint(
                    symptom,
                    Proofs.since(observationsOf(symptom)),
                    observationsOf(symptom)
                        .map(fact -> Proofs.of(fact, Weight.PROVES))
                        .distinct()
                        .sorted(Proofs.ORDER)
                        .toList()))
        .toList();
  }

  private List<Gap> gaps() {
    return facts.stream()
        .filter(Gap.class::isInstance)
        .map(Gap.class::cast)
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<Evidence> evidenceOf(Finding finding) {
    return evidence.getOrDefault(finding, List.of()).stream();
  }

  private Stream<Fact> observationsOf(Symptom symptom) {
    return observed.getOrDefault(symptom, List.of()).stream().map(Observed::fact);
  }

  private SortedMap<String, String> details(Finding finding) {
    return details.computeIfAbsent(finding, this::filled);
  }

  /** What is meant to be a list is listed. */
  private SortedMap<String, String> filled(Finding finding) {
    SortedMap<String, String> filled = conclusions.details().of(finding);
    SortedMap<String, SortedSet<String>> lists = new TreeMap<>();
    for (Listed item : listed.getOrDefault(finding, List.of())) {
      lists.computeIfAbsent(item.key(), key -> new TreeSet<>()).add(item.value());
    }
    lists.forEach((key, items) -> filled.put(key, String.join(", ", items)));
    return Collections.unmodifiableSortedMap(filled);
  }
}
