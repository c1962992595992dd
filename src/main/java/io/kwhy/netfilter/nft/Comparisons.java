package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Comparison;
import io.kwhy.netfilter.MarkField;
import io.kwhy.netfilter.Match;
import io.kwhy.netfilter.Matches;
import io.kwhy.netfilter.Pattern;
import io.kwhy.netfilter.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what follows a key: an operator and values, or values alone. */
final class Comparisons {
  private final Cursor at;
  private final Map<String, NamedSet> sets;

  Comparisons(Cursor at, Map<String, NamedSet> sets) {
    this.at = at;
    this.sets = sets;
  }

  Match read(Key key) {
    if (at.here().is("&") || at.here().is("and")) {
      return masked(key);
    }
    boolean negated = at.skip("!=");
    boolean exact = at.skip("==");
    if (ordered()) {
      return between(key);
    }
    if (key.kind() == Kind.STATUS) {
      return statuses(negated);
    }
    if (at.here().is("{") || at.here().text().startsWith("@")) {
      return new Comparison(key.field(), set(key), negated);
    }
    return key.kind().bits() ? bits(key, negated, exact) : single(key, negated);
  }

  private boolean ordered() {
    return List.of("<", ">", "<=", ">=").contains(at.here().text());
  }

  private Match between(Key key) {
    String operator = at.next().text();
    Optional<Long> bound = key.kind().number(at.next().text());
    if (key.byChance()) {
      return new Matches.ByChance();
    }
    if (bound.isEmpty()) {
      return unknown();
    }
    long limit = bound.get();
    Pattern pattern =
        switch (operator) {
          case "<" -> new Pattern.NumberRange(0, limit - 1);
          case "<=" -> new Pattern.NumberRange(0, limit);
          case ">" -> new Pattern.NumberRange(limit + 1, Long.MAX_VALUE);
          default -> new Pattern.NumberRange(limit, Long.MAX_VALUE);
        };
    return Comparison.is(key.field(), pattern);
  }

  static Match unknown() {
    return new Matches.Always(Truth.UNKNOWN);
  }

  /** {@code & 0x4000 == 0x4000}, {@code & (fin | syn) == syn}, {@code & 0x4000 != 0}. */
  private Match masked(Key key) {
    at.skip(1);
    Optional<Long> mask = number(key.kind());
    boolean negated = at.skip("!=");
    boolean equal = at.skip("==");
    if (mask.isEmpty() || key.byChance() || !(negated || equal)) {
      return rest(key);
    }
    Optional<Long> wanted = number(key.kind());
    return wanted.isEmpty() ? unknown() : masked(key, mask.get(), wanted.get(), negated);
  }

  private Match rest(Key key) {
    if (ordered()) {
      at.skip(2);
    }
    return key.byChance() ? new Matches.ByChance() : unknown();
  }

  private static Match masked(Key key, long mask, long wanted, boolean negated) {
    if (key.field() instanceof MarkField mark) {
      return mark.ofConnection()
          ? new Matches.ConnectionMark((int) wanted, (int) mask, negated)
          : new Matches.PacketMark((int) wanted, (int) mask, negated);
    }
    return new Comparison(key.field(), new Pattern.Bits(mask, wanted), negated);
  }

  /** A number, or several joined by bars, perhaps in parentheses. */
  private Optional<Long> number(Kind kind) {
    boolean open = at.skip("(");
    Optional<Long> sum = kind.number(at.next().text());
    while (at.here().is("|") || (open && at.here().is("or"))) {
      at.skip(1);
      Optional<Long> more = kind.number(at.next().text());
      sum = sum.isPresent() && more.isPresent() ? Optional.of(sum.get() | more.get()) : more;
    }
    if (open) {
      at.skip(")");
    }
    return sum;
  }

  /** {@code ct state established,related}: any of them; with an operator, or a mask: just these. */
  private Match bits(Key key, boolean negated, boolean exact) {
    Optional<Long> sum = number(key.kind());
    boolean list = at.here().is(",");
    while (at.skip(",")) {
      Optional<Long> more = key.kind().number(at.next().text());
      sum = sum.isPresent() && more.isPresent() ? Optional.of(sum.get() | more.get()) : more;
    }
    if (sum.isEmpty()) {
      return unknown();
    }
    if (at.skip("/")) {
      return underMask(key, sum.get(), negated);
    }
    boolean any = !negated && (!exact || list);
    Pattern pattern = any ? new Pattern.AnyBit(sum.get()) : new Pattern.Exactly(sum.get());
    return new Comparison(key.field(), pattern, negated);
  }

  /** {@code tcp flags syn / fin,syn,rst,ack}. */
  private Match underMask(Key key, long wanted, boolean negated) {
    Optional<Long> mask = key.kind().number(at.next().text());
    while (at.skip(",")) {
      Optional<Long> more = key.kind().number(at.next().text());
      mask = mask.isPresent() && more.isPresent() ? Optional.of(mask.get() | more.get()) : more;
    }
    return mask.isEmpty()
        ? unknown()
        : new Comparison(key.field(), new Pattern.Bits(mask.get(), wanted), negated);
  }

  /** Of the status, translation can be told; the other bits can't. */
  private Match statuses(boolean negated) {
    List<Match> any = new ArrayList<>();
    do {
      any.add(status(at.next().text()));
    } while (at.skip(",") || at.skip("|"));
    return new Matches.Any(any, negated);
  }

  private static Match status(String name) {
    return switch (name) {
      case "dnat" -> new Matches.Translated(true);
      case "snat" -> new Matches.Translated(false);
      default -> unknown();
    };
  }

  private Pattern set(Key key) {
    if (at.here().is("{")) {
      return NamedSet.pattern(Elements.of(at.braced()), key.kinds());
    }
    NamedSet named = sets.get(at.next().text().substring(1));
    return named == null ? new Pattern.NotKnown() : named.pattern(key.kinds());
  }

  private Match single(Key key, boolean negated) {
    if (key.byChance()) {
      at.skip(1);
      return new Matches.ByChance();
    }
    if (key.field() instanceof MarkField && !at.here().text().contains("-")) {
      Optional<Long> mark = number(Kind.NUMBER);
      return mark.isEmpty() ? unknown() : masked(key, -1, mark.get(), negated);
    }
    List<Token> words = new ArrayList<>(List.of(at.next()));
    while (at.here().is(".")) {
      words.add(at.next());
      words.add(at.next());
    }
    return new Comparison(key.field(), Elements.pattern(words, key.kinds()), negated);
  }
}
