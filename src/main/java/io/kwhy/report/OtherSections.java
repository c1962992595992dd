package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.diagnosis.Diagnosis.Complaint;
import io.kwhy.diagnosis.Diagnosis.Explained;
import io.kwhy.diagnosis.Diagnosis.History;
import io.kwhy.diagnosis.Diagnosis.Note;
import io.kwhy.diagnosis.Diagnosis.Progress;
import io.kwhy.diagnosis.Diagnosis.Proof;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.inference.Subject;
import io.kwhy.inference.Unchecked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What follows the causes: what else was seen, what is open, what could not be read. */
final class OtherSections {
  private static final int SHOWN = 20;
  private static final int QUOTES = 3;
  private static final int QUOTED = 600;

  private final Page page;
  private final Titles titles;
  private final Moments moments;
  private final boolean all;

  /**
   * @param all whether long lists are written to their end, and what was ruled out too
   */
  OtherSections(Page page, Titles titles, Moments moments, boolean all) {
    this.page = page;
    this.titles = titles;
    this.moments = moments;
    this.all = all;
  }

  /** Writes one thing of a section. */
  @FunctionalInterface
  private interface Line<T> {
    void write(T thing) throws IOException;
  }

  void write(Diagnosis diagnosis) throws IOException {
    section(
        "Also seen, brought about by the above",
        diagnosis.explained().stream().filter(this::saysMore).toList(),
        this::explained);
    section("Symptoms without a known cause", diagnosis.unexplained(), this::unexplained);
    section("How far hosts came", withoutCause(diagnosis), this::progress);
    section("Could not be checked", diagnosis.unchecked(), this::unchecked);
    byLookingAtHosts(diagnosis);
    section(
        "Was wrong and is over",
        together(diagnosis.past(), this::past, History::because),
        this::quoted);
    section(
        "Looks wrong, is not",
        together(diagnosis.harmless(), this::harmless, Note::because),
        this::quoted);
    if (all) {
      section(
          "Looked for and ruled out",
          diagnosis.ruledOut(),
          ruled -> {
            page.paragraph(2, titles.named(ruled.cause(), ruled.subject()));
            quote(ruled.because());
          });
    }
    section(
        "Failed and left out, so its conclusions are missing",
        diagnosis.quarantined(),
        failed -> page.paragraph(2, failed.rule() + ": " + failed.problem()));
    section(
        "Could not be read, so its absence proves nothing",
        together(diagnosis.gaps(), Gap::problem, Gap::origin),
        this::unread);
  }

  /** Hosts can be asked by kwhy itself, all at once. */
  private void byLookingAtHosts(Diagnosis diagnosis) throws IOException {
    List<String> hosts =
        diagnosis.unchecked().stream()
            .map(Unchecked::node)
            .filter(diagnosis.scope().missingHosts()::contains)
            .distinct()
            .sorted()
            .toList();
    List<String> missing = diagnosis.scope().missingHosts();
    if (!hosts.isEmpty()) {
      lookingAt(hosts, "and settles what is open there");
    } else if (!missing.isEmpty() && !diagnosis.unexplained().isEmpty()) {
      lookingAt(missing, "where the cause may be");
    }
  }

  private void lookingAt(List<String> hosts, String gain) throws IOException {
    String names = Words.list(hosts, Words.MOST_HOSTS);
    page.paragraph(2, "kwhy diagnose --nodes ssh looks at " + names + " too, " + gain);
  }

  private <T> void section(String heading, List<T> things, Line<T> line) throws IOException {
    if (things.isEmpty()) {
      return;
    }
    page.gap();
    page.paragraph(0, List.of(new Run(Style.STRONG, heading)));
    int shown = all ? things.size() : Math.min(SHOWN, things.size());
    for (T thing : things.subList(0, shown)) {
      line.write(thing);
    }
    if (shown < things.size()) {
      page.paragraph(2, "and " + (things.size() - shown) + " more: -v shows all");
    }
  }

  /** What one cause does to many says the same as the cause itself. */
  private boolean saysMore(Explained explained) {
    String title = titles.of(explained.finding());
    return explained.by().stream().anyMatch(cause -> !titles.of(cause).equals(title));
  }

  private void explained(Explained explained) throws IOException {
    List<String> causes = explained.by().stream().map(titles::named).toList();
    page.paragraph(
        2,
        titles.named(explained.finding())
            + (causes.isEmpty() ? "" : ", because: " + Words.list(causes)));
  }

  private void unexplained(Complaint complaint) throws IOException {
    String since =
        Moments.isKnown(complaint.since()) ? ", since " + moments.since(complaint.since()) : "";
    page.paragraph(2, titles.named(complaint.symptom()) + since);
    List<Proof> evidence = complaint.evidence();
    for (Proof proof :
        evidence.subList(0, all ? evidence.size() : Math.min(QUOTES, evidence.size()))) {
      quote(proof);
    }
  }

  private void unchecked(Unchecked unchecked) throws IOException {
    page.paragraph(2, titles.named(unchecked.cause(), unchecked.subject()));
    Settling settling = Settling.of(unchecked);
    String place = settling.on().isEmpty() ? "" : " on " + settling.on();
    if (settling.command().isEmpty()) {
      String missing = unchecked.source().equals("host") ? "the host" : unchecked.source();
      page.paragraph(4, "would be settled by a capture of " + missing + place);
    } else {
      page.paragraph(4, "would be settled" + place + " by");
      page.verbatim(8, Style.CODE, settling.command());
    }
  }

  /** What a cause's own section does not tell. */
  private static List<Progress> withoutCause(Diagnosis diagnosis) {
    Set<Subject> told =
        diagnosis.rootCauses().stream()
            .map(cause -> cause.finding().subject())
            .collect(Collectors.toSet());
    return diagnosis.progress().stream().filter(each -> !told.contains(each.subject())).toList();
  }

  private void progress(Progress progress) throws IOException {
    page.paragraph(2, progress.subject() + ", " + progress.way() + ": " + Words.howFar(progress));
  }

  private String past(History history) {
    String when = moments.span(history.from(), history.until());
    return titles.named(history.id(), history.subject()) + (when.isEmpty() ? "" : ", " + when);
  }

  private String harmless(Note note) {
    return titles.named(note.id(), note.subject());
  }

  private void quoted(Map.Entry<String, List<Proof>> same) throws IOException {
    page.paragraph(2, same.getKey());
    for (Proof proof : same.getValue()) {
      quote(proof);
    }
  }

  private void unread(Map.Entry<String, List<Origin>> same) throws IOException {
    List<Origin> places = same.getValue();
    int shown = all ? places.size() : Math.min(QUOTES, places.size());
    List<String> named = new ArrayList<>();
    places.subList(0, shown).forEach(place -> named.add(place.toString()));
    if (shown < places.size()) {
      named.add((places.size() - shown) + " more (-v shows all)");
    }
    page.paragraph(2, Words.list(named) + ": " + Words.shortened(same.getKey(), QUOTED));
  }

  /** What is said of each, and said once: in the order in which it first comes. */
  private static <T, V> List<Map.Entry<String, List<V>>> together(
      List<T> things, Function<T, String> saying, Function<T, V> of) {
    Map<String, List<V>> said = new LinkedHashMap<>();
    for (T thing : things) {
      said.computeIfAbsent(saying.apply(thing), words -> new ArrayList<>()).add(of.apply(thing));
    }
    return List.copyOf(said.entrySet());
  }

  private void quote(Proof proof) throws IOException {
    page.paragraph(4, List.of(new Run(Style.QUIET, proof.origin().toString())));
    page.paragraph(6, Words.shortened(proof.text(), QUOTED));
  }
}
