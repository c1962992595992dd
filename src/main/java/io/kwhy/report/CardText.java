package io.kwhy.report;

import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A card for itself: what kwhy knows of a cause, with its placeholders open. */
public final class CardText {
  private final TextStyle style;

  /** For a terminal or a file, as the style says. */
  public CardText(TextStyle style) {
    this.style = style;
  }

  /**
   * Writes the card.
   *
   * @throws IOException where {@code out} does not take it
   */
  public void write(Card card, Appendable out) throws IOException {
    Page page = new Page(out, style.width(), style.colour());
    Markdown markdown = new Markdown(page, Filling.none());
    page.paragraph(0, List.of(new Run(Style.STRONG, card.title())));
    page.paragraph(0, card.id() + ": " + nature(card));
    if (!card.why().isBlank()) {
      heading(page, "Why");
      markdown.write(2, card.why());
    }
    Steps steps = new Steps(page, markdown);
    steps.write(0, "Fix", card.fix(), Steps.Kind.FIX);
    steps.write(0, "Verify", card.verify(), Steps.Kind.CHECK);
    if (!card.references().isEmpty()) {
      heading(page, "See");
      for (String reference : card.references()) {
        page.paragraph(2, reference);
      }
    }
  }

  private static String nature(Card card) {
    String kind = card.kind().name().toLowerCase(Locale.ROOT);
    String severity = card.severity().name().toLowerCase(Locale.ROOT);
    return switch (card.kind()) {
      case CAUSE -> severity + " " + kind + " in " + card.area() + ", " + card.status();
      case SYMPTOM -> kind + " in " + card.area();
      case HARMLESS -> "looks wrong, is not; " + card.area();
    };
  }

  private static void heading(Page page, String text) throws IOException {
    page.gap();
    page.paragraph(0, List.of(new Run(Style.STRONG, text)));
  }
}
