package io.kwhy.report;

import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What kwhy knows, a line to a card. */
public final class CardList {
  private static final int GUTTER = 2;
  private static final Comparator<Card> BY_AREA =
      Comparator.comparing(Card::kind).thenComparing(Card::area).thenComparing(Card::id);

  /**
   * Writes a table of ids and titles below their areas.
   *
   * @param cards in any order
   * @throws IOException where {@code out} does not take it
   */
  public void writeText(List<Card> cards, TextStyle style, Appendable out) throws IOException {
    Page page = new Page(out, style.width(), style.colour());
    int widest = cards.stream().mapToInt(card -> card.id().length()).max().orElse(0);
    String heading = "";
    for (Card card : cards.stream().sorted(BY_AREA).toList()) {
      String above = word(card.kind()) + ", " + card.area();
      if (!above.equals(heading)) {
        page.gap();
        page.paragraph(0, List.of(new Run(Style.STRONG, above)));
        heading = above;
      }
      String id = card.id() + " ".repeat(widest - card.id().length() + GUTTER);
      page.paragraph(2, id, List.of(Run.plain(card.title() + remark(card))));
    }
  }

  /**
   * Writes a JSON array with a card to a line.
   *
   * @throws IOException where {@code out} does not take it
   */
  public void writeJson(List<Card> cards, Appendable out) throws IOException {
    out.append('[');
    String separator = "\n";
    for (Card card : cards) {
      out.append(separator);
      Json.compact(tree(card), out);
      separator = ",\n";
    }
    out.append(cards.isEmpty() ? "]\n" : "\n]\n");
  }

  private static String remark(Card card) {
    if (card.kind() != Card.Kind.CAUSE) {
      return "";
    }
    String experimental = card.status().equals("stable") ? "" : ", " + card.status();
    return " (" + word(card.severity()) + experimental + ")";
  }

  private static Tree tree(Card card) {
    return new Tree.Builder()
        .put("id", card.id())
        .put("kind", word(card.kind()))
        .put("area", card.area())
        .put("title", card.title())
        .put("severity", word(card.severity()))
        .put("status", card.status())
        .build();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
