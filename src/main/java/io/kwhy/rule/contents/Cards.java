package io.kwhy.rule.contents;

import io.kwhy.rule.card.Card;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Cards by id; a card that was packed is read when it is asked for. May be used by any thread. */
public final class Cards {
  private final Map<String, Supplier<Card>> byId;

  private Cards(Map<String, Supplier<Card>> byId) {
    this.byId = byId;
  }

  /** These cards, in their order; of several with one id the first counts. */
  public static Cards of(List<Card> cards) {
    Map<String, Supplier<Card>> byId = new LinkedHashMap<>();
    cards.forEach(card -> byId.putIfAbsent(card.id(), () -> card));
    return new Cards(byId);
  }

  static void write(PackWriter out, Cards cards) {
    out.number(cards.byId.size());
    for (Card card : cards.all()) {
      out.text(card.id());
      out.block(() -> write(out, card));
    }
  }

  private static void write(PackWriter out, Card card) {
    out.text(card.kind().name());
    out.text(card.area());
    out.text(card.title());
    out.text(card.severity().name());
    out.text(card.milderWhen());
    out.text(card.status());
    out.texts(card.references());
    out.text(card.why());
    write(out, card.fix());
    write(out, card.verify());
  }

  private static void write(PackWriter out, List<Card.Step> steps) {
    out.number(steps.size());
    for (Card.Step step : steps) {
      out.text(step.text());
      out.text(step.command());
      out.text(step.risk().name());
      out.text(step.when());
    }
  }

  static Cards read(PackReader in) {
    Map<String, Supplier<Card>> byId = new LinkedHashMap<>();
    int size = in.number();
    for (int i = 0; i < size; i++) {
      String id = in.text();
      PackReader here = in.fromHere();
      byId.put(id, () -> card(id, here.fromHere()));
      in.skip();
    }
    return new Cards(byId);
  }

  private static Card card(String id, PackReader in) {
    in.number();
    return new Card(
        id,
        Card.Kind.valueOf(in.text()),
        in.text(),
        in.text(),
        Card.Severity.valueOf(in.text()),
        in.text(),
        in.text(),
        in.texts(),
        in.text(),
        steps(in),
        steps(in));
  }

  private static List<Card.Step> steps(PackReader in) {
    Card.Step[] steps = new Card.Step[in.number()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new Card.Step(in.text(), in.text(), Card.Risk.valueOf(in.text()), in.text());
    }
    return List.of(steps);
  }

  /** The card of that id. */
  public Optional<Card> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(Supplier::get);
  }

  /** In the order in which they were given. */
  public List<Card> all() {
    return byId.values().stream().map(Supplier::get).toList();
  }
}
