package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Action;
import io.kwhy.netfilter.Changes;
import io.kwhy.netfilter.Match;
import io.kwhy.netfilter.Matches;
import io.kwhy.netfilter.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of one rule. What is not known becomes a condition that is not known and, if the
 * rule says no verdict, an action that is not known.
 */
final class RuleWords {
  private static final Set<String> COUNTING = Set.of("limit", "quota", "ct");

  private final Cursor at;
  private final Map<String, NamedSet> sets;
  private final List<Statement> statements = new ArrayList<>();
  private boolean open;
  private boolean decided;

  private RuleWords(List<Token> words, Map<String, NamedSet> sets) {
    this.at = new Cursor(words);
    this.sets = sets;
  }

  static List<Statement> read(List<Token> words, Map<String, NamedSet> sets) {
    RuleWords rule = new RuleWords(words, sets);
    while (rule.at.more()) {
      rule.statement();
    }
    if (rule.open && !rule.decided) {
      rule.statements.add(new Action.Unknown());
    }
    return rule.statements;
  }

  private void statement() {
    String word = at.here().quoted() ? "" : at.here().text();
    switch (word) {
      case "counter" -> counter();
      case "comment", "handle" -> at.skip(2);
      case "\n", "#" -> at.skip(1);
      case "log" -> log();
      case "limit", "quota" -> limit();
      case "accept", "drop", "return", "continue", "jump", "goto", "queue" -> verdict();
      case "reject" -> reject();
      case "masquerade", "redirect", "snat", "dnat" -> translate();
      case "notrack" -> decide(1, new Changes.Untrack());
      case "add", "update", "delete", "flow" -> withoutBearing();
      default -> condition();
    }
  }

  private void decide(int words, Action action) {
    at.skip(words);
    statements.add(action);
    decided = true;
  }

  private void counter() {
    at.skip(1);
    while (at.here().is("packets") || at.here().is("bytes") || at.here().is("name")) {
      at.skip(2);
    }
    decided |= !at.more() && !open;
  }

  private void log() {
    at.skip(1);
    while (Set.of("prefix", "group", "level", "flags", "snaplen", "queue-threshold")
        .contains(at.here().text())) {
      at.skip(at.ahead(1).is("tcp") || at.ahead(1).is("ip") ? 3 : 2);
      while (at.skip(",")) {
        at.skip(1);
      }
    }
    decided |= !at.more();
  }

  /** Whether a rate is exceeded can't be told. */
  private void limit() {
    at.skip(1);
    statements.add(Comparisons.unknown());
    while (at.more() && !at.beginsStatement()) {
      at.skip(1);
    }
    decided |= !at.more();
  }

  private void verdict() {
    Optional<Action> action = Verdicts.read(at);
    statements.add(action.orElseGet(Action.Unknown::new));
    decided = true;
  }

  private void reject() {
    at.skip(1);
    String with = "icmp-port-unreachable";
    if (at.skip("with")) {
      boolean tcp = at.next().is("tcp");
      at.skip("type");
      String name = at.next().text();
      with = tcp ? "tcp-reset" : "icmp-" + name;
    }
    decide(0, new Action.Reject(with));
  }

  private void translate() {
    int start = at.position();
    String what = at.next().text();
    at.skip(at.here().is("ip") || at.here().is("ip6") ? 1 : 0);
    at.skip(at.here().is("addr") ? 3 : 0);
    Optional<Key> key = at.skip("to") ? new Keys(at).read() : Optional.empty();
    if (key.isPresent() && at.skip("map")) {
      key.get().needs().forEach(this::add);
      decide(0, new ActionMap(at, sets).read(key.get(), words -> Nat.to(what, words)));
    } else {
      at.back(start);
      decide(0, Nat.read(at));
    }
  }

  /**
   * Sets that grow, flow tables: nothing that changes where this packet goes, unless what stands
   * with an element holds for some packets only, as {@code limit rate over 3/second} does.
   */
  private void withoutBearing() {
    while (at.more() && !at.here().is("{") && !at.here().is("comment")) {
      at.skip(1);
    }
    if (at.here().is("{")) {
      boolean counts = at.braced().stream().anyMatch(word -> COUNTING.contains(word.text()));
      if (counts) {
        statements.add(Comparisons.unknown());
      }
    }
    decided = true;
  }

  private void condition() {
    int start = at.position();
    if (at.here().is("tcp") && at.ahead(1).is("option")) {
      set();
      return;
    }
    Optional<Key> read = new Keys(at).read();
    if (read.isEmpty()) {
      unknownWord();
    } else if (at.here().is("set")) {
      at.back(start);
      set();
    } else {
      compare(read.get());
    }
  }

  private void compare(Key key) {
    boolean chance = key.byChance();
    key.needs().forEach(this::add);
    if (at.here().is("vmap")) {
      at.skip(1);
      decide(0, new ActionMap(at, sets).read(key, RuleWords::verdictOf));
    } else if (at.here().is("map") || key.kinds().contains(Kind.NOT_KNOWN)) {
      unknownComparison();
    } else {
      Match match = new Comparisons(at, sets).read(key);
      add(chance ? new Matches.ByChance() : match);
    }
  }

  private void add(Match match) {
    if (!statements.contains(match)) {
      statements.add(match);
    }
  }

  /** A comparison of something that is not known: whatever it says, it may hold or not. */
  private void unknownComparison() {
    add(Comparisons.unknown());
    at.skip("!=");
    at.skip("==");
    if (at.here().is("{")) {
      at.braced();
    } else if (!at.beginsStatement()) {
      at.skip(1);
    }
  }

  private void unknownWord() {
    open = true;
    add(Comparisons.unknown());
    if (at.here().is("{")) {
      at.braced();
    } else {
      at.skip(1);
    }
  }

  private void set() {
    statements.addAll(Assigned.read(at));
    decided = true;
  }

  private static Action verdictOf(List<Token> words) {
    return Verdicts.read(new Cursor(words)).orElseGet(Action.Unknown::new);
  }
}
