package io.kwhy.cli;

import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The words that a completion script offers, looked up when one is written. */
final class Candidates {

  private Candidates() {}

  /** What {@code explain} knows. */
  static final class Ids implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ofCards(Card::id);
    }
  }

  /** What {@code rules list} may be narrowed to. */
  static final class Areas implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ofCards(Card::area);
    }
  }

  /** What {@code facts} may be narrowed to. */
  static final class Types implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      try {
        return FactTypes.all().iterator();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Iterator<String> ofCards(Function<Card, String> word) {
    return Engine.with(List.of()).cards().stream().map(word).distinct().sorted().iterator();
  }
}
