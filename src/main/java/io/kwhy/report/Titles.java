package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.inference.Effect;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Subject;
import io.kwhy.rule.card.Card;
import io.kwhy.rule.card.Placeholder;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** The titles of what a diagnosis names, with the names of this cluster in them. */
final class Titles {
  private final Function<String, Optional<Card>> cards;
  private final Map<Finding, SortedMap<String, String>> details = new HashMap<>();

  Titles(Diagnosis diagnosis, Function<String, Optional<Card>> cards) {
    this.cards = cards;
    diagnosis.rootCauses().forEach(cause -> details.put(cause.finding(), cause.details()));
    diagnosis.explained().forEach(found -> details.put(found.finding(), found.details()));
  }

  /** The title on the effect's card; its id where it has no card. */
  String of(Effect effect) {
    SortedMap<String, String> known =
        effect instanceof Finding finding
            ? details.getOrDefault(finding, Collections.emptySortedMap())
            : Collections.emptySortedMap();
    return of(effect.id(), effect.subject(), known);
  }

  /** The title on the card of that id; the id where there is no card. */
  String of(String id, Subject subject) {
    return of(id, subject, Collections.emptySortedMap());
  }

  /** The title, and what it is about. */
  String named(Effect effect) {
    return of(effect) + " (" + effect.subject() + ")";
  }

  /** The title, and what it is about. */
  String named(String id, Subject subject) {
    return of(id, subject) + " (" + subject + ")";
  }

  private String of(String id, Subject subject, Map<String, String> known) {
    return cards
        .apply(id)
        .map(card -> new Filling(subject, known).text(card.title()))
        .map(title -> Placeholder.in(title).isEmpty() ? title : OpenTitle.of(title, subject))
        .filter(title -> !title.startsWith("…"))
        .orElse(id);
  }
}
