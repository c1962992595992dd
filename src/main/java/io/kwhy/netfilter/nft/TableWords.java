package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Base;
import io.kwhy.netfilter.Chain;
import io.kwhy.netfilter.Family;
import io.kwhy.netfilter.Hook;
import io.kwhy.netfilter.Rule;
import io.kwhy.netfilter.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** What stands between the braces of a table. */
final class TableWords {
  /** What stands between the hook and the priority, but for the names of devices. */
  private static final Set<String> BESIDE_DEVICES = Set.of("device", "devices", "=", "{", "}", ",");

  private final String source;
  private final String table;
  private final List<String> lines;
  private final IntUnaryOperator lineInFile;
  private final Map<String, NamedSet> sets = new HashMap<>();
  private final List<Chain> chains = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private boolean dormant;

  TableWords(String source, String table, List<String> lines, IntUnaryOperator lineInFile) {
    this.source = source;
    this.table = table;
    this.lines = lines;
    this.lineInFile = lineInFile;
  }

  /** The table; rules are read when all sets are known. */
  Table read(Family family, List<Token> inner) {
    Cursor at = new Cursor(inner);
    for (at.skipBlank(); at.more(); at.skipBlank()) {
      Token word = at.next();
      if (word.is("set") || word.is("map")) {
        String name = at.next().text();
        sets.put(name, new NamedSet(elements(new Cursor(at.braced()))));
      } else if (word.is("chain")) {
        Token name = at.next();
        List<Token> body = at.braced();
        later.add(() -> chains.add(chain(name, body)));
      } else if (word.is("flags")) {
        dormant |= at.line().stream().anyMatch(flag -> flag.is("dormant"));
      } else if (at.here().is("{") || at.ahead(1).is("{")) {
        at.skip(at.here().is("{") ? 0 : 1);
        at.braced();
      }
    }
    later.forEach(Runnable::run);
    return new Table(family, table, chains);
  }

  private static List<Elements.Element> elements(Cursor at) {
    while (at.more()) {
      if (at.skip("elements")) {
        at.skip("=");
        return Elements.of(at.braced());
      }
      at.line();
      at.skipBlank();
    }
    return List.of();
  }

  private Chain chain(Token name, List<Token> body) {
    Cursor at = new Cursor(body);
    Optional<Base> base = Optional.empty();
    Token declared = name;
    List<Rule> rules = new ArrayList<>();
    for (at.skipBlank(); at.more(); at.skipBlank()) {
      Token first = at.here();
      List<Token> words = at.line();
      if (first.is("type")) {
        boolean drops = drops(at);
        // Chains of a dormant table are not asked.
        base = dormant ? Optional.empty() : base(words, drops);
        declared = first;
      } else if (words.isEmpty()) {
        at.skip(1);
      } else if (!first.is("policy") && !first.is("comment")) {
        rules.add(rule(name.text(), first, words));
      }
    }
    return new Chain(
        name.text(),
        source,
        lineInFile.applyAsInt(declared.line()),
        text(declared.line()),
        base,
        rules);
  }

  private Rule rule(String chain, Token first, List<Token> words) {
    return new Rule(
        source,
        lineInFile.applyAsInt(first.line()),
        table,
        chain,
        text(first.line()),
        RuleWords.read(words, sets));
  }

  /** The line as it stands in the file, without white space around and counters' blanks. */
  private String text(int line) {
    return line <= lines.size() ? lines.get(line - 1).strip() : "";
  }

  /** {@code ; policy drop;} behind the hook. */
  private static boolean drops(Cursor at) {
    at.skip(";");
    if (!at.here().is("policy")) {
      return false;
    }
    return at.line().stream().anyMatch(token -> token.is("drop"));
  }

  private static Optional<Base> base(List<Token> words, boolean drops) {
    Cursor at = new Cursor(words);
    String kind = at.ahead(1).text();
    Optional<Hook> hook = hook(at.ahead(3).text());
    at.skip(4);
    List<String> devices = devices(at);
    at.skip(1);
    int priority = priority(at);
    return hook.map(h -> new Base(kind(kind), h, priority, devices, drops));
  }

  /** {@code device "eth0"}, {@code devices = { eth0, "veth1" }}: some releases write no quotes. */
  private static List<String> devices(Cursor at) {
    List<String> devices = new ArrayList<>();
    while (at.more() && !at.here().is("priority")) {
      Token word = at.next();
      if (word.quoted() || !BESIDE_DEVICES.contains(word.text())) {
        devices.add(word.text());
      }
    }
    return devices;
  }

  private static Base.Kind kind(String name) {
    return switch (name) {
      case "nat" -> Base.Kind.NAT;
      case "route" -> Base.Kind.ROUTE;
      default -> Base.Kind.FILTER;
    };
  }

  private static Optional<Hook> hook(String name) {
    for (Hook hook : Hook.values()) {
      if (hook.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(hook);
      }
    }
    return Optional.empty();
  }

  /** {@code filter}, {@code -100}, {@code dstnat - 10}. */
  private static int priority(Cursor at) {
    String first = at.next().text();
    int named = Names.PRIORITIES.getOrDefault(first, 0);
    int base = number(first, named);
    boolean less = at.here().is("-");
    boolean more = at.here().is("+");
    at.skip(1);
    int by = (less || more) ? number(at.next().text(), 0) : 0;
    return less ? base - by : base + by;
  }

  private static int number(String text, int otherwise) {
    return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
  }
}
