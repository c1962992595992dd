package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.diagnosis.Diagnosis.Complaint;
import io.kwhy.diagnosis.Diagnosis.Progress;
import io.kwhy.diagnosis.Diagnosis.RootCause;
import io.kwhy.diagnosis.Diagnosis.Verdict;
import io.kwhy.report.TextStyle.Amount;
import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * For a person who was woken up: the verdict, then what to mend with its proof, then what else was
 * seen, what is open and what could not be read. What is empty is left out.
 */
public final class TextReport implements Report {
  private final Function<String, Optional<Card>> cards;
  private final TextStyle style;

  /**
   * @param cards what to say about an id; may know nothing of it
   */
  public TextReport(Function<String, Optional<Card>> cards, TextStyle style) {
    this.cards = cards;
    this.style = style;
  }

  @Override
  public void write(Diagnosis diagnosis, Appendable out) throws IOException {
    Page page = new Page(out, style.width(), style.colour());
    Titles titles = new Titles(diagnosis, cards);
    page.paragraph(0, List.of(new Headline(diagnosis, titles).run()));
    List<String> missing = diagnosis.scope().missingHosts();
    if (!missing.isEmpty() && diagnosis.verdict() != Verdict.HEALTHY) {
      page.paragraph(0, "Could not look at " + Words.list(missing, Words.MOST_HOSTS) + ".");
    }
    List<String> partial = diagnosis.scope().partialHosts();
    if (!partial.isEmpty() && diagnosis.verdict() != Verdict.HEALTHY) {
      page.paragraph(0, "Looked only in part at " + Words.list(partial, Words.MOST_HOSTS) + ".");
    }
    if (style.amount() == Amount.BRIEF) {
      brief(diagnosis, page, titles);
      return;
    }
    Moments moments = new Moments(diagnosis.scope().collectedAt());
    CauseSection section = new CauseSection(page, titles, moments, all());
    int number = 1;
    for (Alike alike : blocks(diagnosis)) {
      RootCause cause = alike.first();
      section.write(
          number++, alike, cards.apply(cause.finding().cause()), progress(diagnosis, cause));
    }
    new OtherSections(page, titles, moments, all()).write(diagnosis);
  }

  private List<Alike> blocks(Diagnosis diagnosis) {
    return all()
        ? diagnosis.rootCauses().stream().map(Alike::alone).toList()
        : Alike.of(diagnosis.rootCauses());
  }

  private static void brief(Diagnosis diagnosis, Page page, Titles titles) throws IOException {
    for (Alike alike : Alike.of(diagnosis.rootCauses())) {
      int others = alike.others().size();
      page.paragraph(
          2,
          titles.named(alike.first().finding())
              + (others == 0 ? "" : ", and " + Words.count(others, "other") + " like it"));
    }
    for (Complaint complaint : diagnosis.unexplained()) {
      page.paragraph(2, titles.named(complaint.symptom()));
    }
  }

  private static List<Progress> progress(Diagnosis diagnosis, RootCause cause) {
    return diagnosis.progress().stream()
        .filter(progress -> progress.subject().equals(cause.finding().subject()))
        .toList();
  }

  private boolean all() {
    return style.amount() == Amount.ALL;
  }
}
