package io.kwhy.diagnosis;

import static java.util.Comparator.comparing;

import io.kwhy.diagnosis.Diagnosis.Certainty;
import io.kwhy.diagnosis.Diagnosis.Proof;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeCondition;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.inference.Evidence;
import io.kwhy.inference.Weight;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Facts as a report shows them, what they prove together, and since when. */
final class Proofs {
  static final Comparator<Proof> ORDER =
      comparing(Proof::weight).thenComparing(Proof::origin).thenComparing(Proof::text);

  private Proofs() {}

  /** A fact that both proves and supports a finding proves it. */
  static List<Proof> of(Stream<Evidence> evidence) {
    SortedMap<Proof, Proof> strongest =
        new TreeMap<>(comparing(Proof::origin).thenComparing(Proof::text));
    evidence
        .map(each -> of(each.fact(), each.weight()))
        .sorted(ORDER)
        .forEach(proof -> strongest.putIfAbsent(proof, proof));
    return strongest.values().stream().sorted(ORDER).toList();
  }

  static Proof of(Fact fact, Weight weight) {
    return new Proof(fact.origin(), fact.text(), weight);
  }

  /** Two lines of one entry are one witness. */
  static Certainty certainty(List<Proof> proofs) {
    if (proofs.stream().anyMatch(proof -> proof.weight() == Weight.PROVES)) {
      return Certainty.CONFIRMED;
    }
    long witnesses = proofs.stream().map(Proof::origin).map(Origin::entry).distinct().count();
    return witnesses > 1 ? Certainty.LIKELY : Certainty.POSSIBLE;
  }

  /** Only some facts say when something began to be wrong; a Pod's age says nothing. */
  static Instant since(Stream<Fact> facts) {
    return facts
        .filter(
            fact ->
                fact instanceof LogSignal || fact instanceof Node || fact instanceof NodeCondition)
        .map(Fact::since)
        .filter(time -> !time.equals(Fact.UNKNOWN_TIME))
        .min(Comparator.naturalOrder())
        .orElse(Fact.UNKNOWN_TIME);
  }
}
