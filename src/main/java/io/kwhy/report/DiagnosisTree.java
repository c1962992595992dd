package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.diagnosis.Diagnosis.Complaint;
import io.kwhy.diagnosis.Diagnosis.Explained;
import io.kwhy.diagnosis.Diagnosis.History;
import io.kwhy.diagnosis.Diagnosis.Note;
import io.kwhy.diagnosis.Diagnosis.Progress;
import io.kwhy.diagnosis.Diagnosis.Proof;
import io.kwhy.diagnosis.Diagnosis.RootCause;
import io.kwhy.diagnosis.Diagnosis.Ruled;
import io.kwhy.diagnosis.Diagnosis.Scope;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.inference.Effect;
import io.kwhy.inference.Subject;
import io.kwhy.inference.Unchecked;
import io.kwhy.rule.card.Card;
import io.kwhy.rule.card.Card.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A diagnosis in the shape of {@code report.schema.json}, for programs. */
final class DiagnosisTree {
  private static final int SCHEMA_VERSION = 1;

  private final Diagnosis diagnosis;
  private final Function<String, Optional<Card>> cards;
  private final Titles titles;

  DiagnosisTree(Diagnosis diagnosis, Function<String, Optional<Card>> cards) {
    this.diagnosis = diagnosis;
    this.cards = cards;
    this.titles = new Titles(diagnosis, cards);
  }

  Tree build() {
    return new Tree.Builder()
        .put("schemaVersion", SCHEMA_VERSION)
        .put("bundle", bundle(diagnosis.scope()))
        .put("verdict", word(diagnosis.verdict()))
        .put("rootCauses", Tree.items(diagnosis.rootCauses(), this::rootCause))
        .put("explained", Tree.items(diagnosis.explained(), this::explained))
        .put("symptoms", Tree.items(diagnosis.symptoms(), this::complaint))
        .put("unexplained", Tree.items(diagnosis.unexplained(), this::complaint))
        .put("unchecked", Tree.items(diagnosis.unchecked(), this::unchecked))
        .put("ruledOut", Tree.items(diagnosis.ruledOut(), this::ruledOut))
        .put("harmless", Tree.items(diagnosis.harmless(), this::harmless))
        .put("past", Tree.items(diagnosis.past(), this::past))
        .put("progress", Tree.items(diagnosis.progress(), DiagnosisTree::progress))
        .put("gaps", Tree.items(diagnosis.gaps(), DiagnosisTree::gap))
        .put(
            "quarantined",
            Tree.items(
                diagnosis.quarantined(),
                rule ->
                    new Tree.Builder()
                        .put("rule", rule.rule())
                        .put("problem", rule.problem())
                        .build()))
        .build();
  }

  private static Tree bundle(Scope scope) {
    Map<String, Tree> counts = new LinkedHashMap<>();
    scope.counts().forEach((kind, number) -> counts.put(kind, new Tree.Whole(number)));
    return new Tree.Builder()
        .put("product", scope.product())
        .put("collectedAt", scope.collectedAt())
        .put("hosts", Tree.texts(scope.hosts()))
        .put("partialHosts", Tree.texts(scope.partialHosts()))
        .put("missingHosts", Tree.texts(scope.missingHosts()))
        .put("facts", new Tree.Fields(counts))
        .put("rules", scope.rules())
        .build();
  }

  private Tree rootCause(RootCause cause) {
    Optional<Card> card = cards.apply(cause.finding().cause());
    Filling filling = new Filling(cause.finding().subject(), cause.details());
    return named(cause.finding())
        .put("certainty", word(cause.certainty()))
        .put("since", cause.since())
        .put("explains", Tree.items(cause.explains(), DiagnosisTree::reference))
        .put("evidence", Tree.items(cause.evidence(), DiagnosisTree::evidence))
        .put("details", Tree.texts(cause.details()))
        .put("fix", steps(card.map(Card::fix), filling, step -> fixStep(step, filling)))
        .put("verify", steps(card.map(Card::verify), filling, step -> step(step, filling).build()))
        .put("references", Tree.texts(card.map(Card::references).orElse(List.of())))
        .build();
  }

  private static Tree steps(
      Optional<List<Step>> steps, Filling filling, Function<Step, Tree> tree) {
    return Tree.items(filling.applicable(steps.orElse(List.of())), tree);
  }

  private static Tree fixStep(Step step, Filling filling) {
    return step(step, filling).put("risk", word(step.risk())).build();
  }

  private static Tree.Builder step(Step step, Filling filling) {
    return new Tree.Builder()
        .put("text", filling.text(step.text().strip()))
        .put("command", filling.command(step.command().strip()).line());
  }

  private Tree explained(Explained explained) {
    return id(explained.finding())
        .put("by", Tree.items(explained.by(), DiagnosisTree::reference))
        .build();
  }

  private Tree complaint(Complaint complaint) {
    return named(complaint.symptom())
        .put("since", complaint.since())
        .put("evidence", Tree.items(complaint.evidence(), DiagnosisTree::evidence))
        .build();
  }

  private Tree unchecked(Unchecked unchecked) {
    return id(unchecked.cause(), unchecked.subject())
        .put("source", unchecked.source())
        .put("node", unchecked.node())
        .put("command", Settling.of(unchecked).command())
        .build();
  }

  private Tree ruledOut(Ruled ruled) {
    return id(ruled.cause(), ruled.subject())
        .put("because", place(ruled.because()).build())
        .build();
  }

  private Tree harmless(Note note) {
    return named(note.id(), note.subject()).put("because", place(note.because()).build()).build();
  }

  private Tree past(History history) {
    return named(history.id(), history.subject())
        .put("from", history.from())
        .put("until", history.until())
        .put("because", place(history.because()).build())
        .build();
  }

  private static Tree progress(Progress progress) {
    return new Tree.Builder()
        .put("subject", subject(progress.subject()))
        .put("way", progress.way())
        .put("passed", Tree.texts(progress.passed()))
        .put("stoppedAt", progress.stoppedAt())
        .build();
  }

  private Tree.Builder named(Effect effect) {
    return new Tree.Builder()
        .put("id", effect.id())
        .put("title", titles.of(effect))
        .put("subject", subject(effect.subject()));
  }

  private Tree.Builder named(String id, Subject subject) {
    return new Tree.Builder()
        .put("id", id)
        .put("title", titles.of(id, subject))
        .put("subject", subject(subject));
  }

  private static Tree reference(Effect effect) {
    return id(effect).build();
  }

  private static Tree.Builder id(Effect effect) {
    return id(effect.id(), effect.subject());
  }

  private static Tree.Builder id(String id, Subject subject) {
    return new Tree.Builder().put("id", id).put("subject", subject(subject));
  }

  private static Tree subject(Subject subject) {
    return new Tree.Builder()
        .put("kind", subject.kind())
        .put("namespace", subject.namespace())
        .put("name", subject.name())
        .build();
  }

  private static Tree evidence(Proof proof) {
    return place(proof).put("weight", word(proof.weight())).build();
  }

  private static Tree.Builder place(Proof proof) {
    return place(proof.origin()).put("text", proof.text());
  }

  private static Tree gap(Gap gap) {
    return place(gap.origin()).put("problem", gap.problem()).build();
  }

  private static Tree.Builder place(Origin origin) {
    return new Tree.Builder().put("entry", origin.entry()).put("line", origin.line());
  }

  /** {@code CAUSES_FOUND} is {@code causes-found}. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
