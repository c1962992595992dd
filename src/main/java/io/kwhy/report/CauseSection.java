package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis.Certainty;
import io.kwhy.diagnosis.Diagnosis.Progress;
import io.kwhy.diagnosis.Diagnosis.Proof;
import io.kwhy.diagnosis.Diagnosis.RootCause;
import io.kwhy.inference.Effect;
import io.kwhy.inference.Weight;
import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One root cause, or many alike: what, where, since when, what it brings about, why, proof and fix.
 */
final class CauseSection {
  private static final int INDENT = 3;
  private static final int SHOWN = 10;
  private static final int QUOTED = 600;

  private final Page page;
  private final Titles titles;
  private final Moments moments;
  private final boolean all;

  /**
   * @param all whether long lists are written to their end
   */
  CauseSection(Page page, Titles titles, Moments moments, boolean all) {
    this.page = page;
    this.titles = titles;
    this.moments = moments;
    this.all = all;
  }

  void write(int number, Alike alike, Optional<Card> card, List<Progress> ways) throws IOException {
    RootCause cause = alike.first();
    page.gap();
    page.paragraph(0, number + ". ", List.of(new Run(Style.STRONG, titles.of(cause.finding()))));
    facts(alike, card);
    for (Progress progress : ways) {
      label(Words.capital(progress.way()), Words.howFar(progress));
    }
    Filling filling = new Filling(cause.finding().subject(), cause.details());
    Markdown markdown = new Markdown(page, filling);
    if (card.isPresent() && !card.get().why().isBlank()) {
      heading("Why");
      markdown.write(INDENT + 2, card.get().why());
    }
    proof(cause.evidence());
    if (card.isPresent()) {
      Steps steps = new Steps(page, markdown);
      steps.write(INDENT, "Fix", filling.applicable(card.get().fix()), Steps.Kind.FIX);
      steps.write(INDENT, "Verify", filling.applicable(card.get().verify()), Steps.Kind.CHECK);
      references(card.get().references());
    }
  }

  private void facts(Alike alike, Optional<Card> card) throws IOException {
    RootCause cause = alike.first();
    label("Where", cause.finding().subject().toString());
    if (!alike.others().isEmpty()) {
      label(
          "Also",
          "%s, in the same way: %s; -v tells each"
              .formatted(
                  Words.count(alike.others().size(), "other"), subjects(alike.otherSubjects())));
    }
    if (card.isPresent()) {
      label(
          "Severity",
          card.get().severity(cause.details().keySet()).name().toLowerCase(Locale.ROOT));
    }
    label("Sure", sure(cause.certainty()));
    if (Moments.isKnown(cause.since())) {
      label("Since", moments.since(cause.since()));
    }
    explains(alike);
  }

  private void explains(Alike alike) throws IOException {
    if (alike.explains().isEmpty()) {
      label("Explains", "no symptom that was captured; it is true all the same, and worth mending");
    }
    String title = titles.of(alike.first().finding());
    String name = "Explains";
    Map<String, List<String>> effects = new LinkedHashMap<>();
    for (Effect effect : alike.explains()) {
      effects
          .computeIfAbsent(titles.of(effect), key -> new ArrayList<>())
          .add(effect.subject().toString());
    }
    List<String> groups =
        effects.entrySet().stream()
            .map(each -> effects(title, each.getKey(), each.getValue()))
            .toList();
    for (String group : groups.subList(0, shown(groups.size()))) {
      label(name, group);
      name = "";
    }
    more(INDENT + 10, groups.size());
  }

  /** What one cause does to many is not told in the same words again. */
  private String effects(String cause, String effect, List<String> subjects) {
    return effect.equals(cause)
        ? "this same cause at " + subjects(subjects)
        : effect + " (" + subjects(subjects) + ")";
  }

  private String subjects(List<String> subjects) {
    int more = subjects.size() - shown(subjects.size());
    String named = String.join(", ", subjects.subList(0, shown(subjects.size())));
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static String sure(Certainty certainty) {
    return switch (certainty) {
      case CONFIRMED -> "confirmed: its mechanism was seen";
      case LIKELY -> "likely: several signs, independent of each other, point to it";
      case POSSIBLE -> "possible: a sign points to it, and may point to something else";
    };
  }

  private void proof(List<Proof> evidence) throws IOException {
    if (evidence.isEmpty()) {
      return;
    }
    heading("Proof");
    List<Proof> strongestFirst =
        evidence.stream().sorted(Comparator.comparing(Proof::weight)).toList();
    for (Proof proof : strongestFirst.subList(0, shown(evidence.size()))) {
      boolean proves = proof.weight() == Weight.PROVES;
      page.paragraph(
          INDENT + 2,
          proves ? "proves    " : "supports  ",
          List.of(new Run(proves ? Style.STRONG : Style.PLAIN, proof.origin().toString())));
      page.paragraph(INDENT + 12, Words.shortened(proof.text(), QUOTED));
    }
    more(INDENT + 2, evidence.size());
  }

  private void references(List<String> references) throws IOException {
    if (!references.isEmpty()) {
      page.gap();
    }
    String name = "See";
    for (String reference : references) {
      label(name, reference);
      name = "";
    }
  }

  private void heading(String text) throws IOException {
    page.gap();
    page.paragraph(INDENT, List.of(new Run(Style.STRONG, text)));
  }

  private void label(String name, String value) throws IOException {
    page.paragraph(INDENT, (name + " ".repeat(10)).substring(0, 10), List.of(Run.plain(value)));
  }

  private int shown(int size) {
    return all ? size : Math.min(size, SHOWN);
  }

  private void more(int indent, int size) throws IOException {
    if (shown(size) < size) {
      page.paragraph(indent, "and " + (size - shown(size)) + " more: -v shows all");
    }
  }
}
