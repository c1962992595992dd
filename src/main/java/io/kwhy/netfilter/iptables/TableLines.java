package io.kwhy.netfilter.iptables;

import io.kwhy.netfilter.Action;
import io.kwhy.netfilter.Base;
import io.kwhy.netfilter.Captured.Flaw;
import io.kwhy.netfilter.Chain;
import io.kwhy.netfilter.Family;
import io.kwhy.netfilter.Hook;
import io.kwhy.netfilter.Rule;
import io.kwhy.netfilter.Statement;
import io.kwhy.netfilter.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of one table: chains are known only when all of them have been seen. */
final class TableLines {
  private static final Map<String, Hook> HOOKS =
      Map.of(
          "PREROUTING", Hook.PREROUTING,
          "INPUT", Hook.INPUT,
          "FORWARD", Hook.FORWARD,
          "OUTPUT", Hook.OUTPUT,
          "POSTROUTING", Hook.POSTROUTING);

  private final String name;
  private final String source;
  private final Map<String, Declared> chains = new LinkedHashMap<>();

  TableLines(String name, String source) {
    this.name = name;
    this.source = source;
  }

  /** A chain's first line, and the lines of its rules. */
  private record Declared(int line, String text, String policy, List<Numbered> rules) {}

  private record Numbered(int line, String text) {}

  /** Takes a line; false if it declares no chain and is no rule. */
  boolean line(int number, String line) {
    if (line.startsWith(":")) {
      String[] words = line.substring(1).split("\\s+", -1);
      declare(words[0], number, line, words.length > 1 ? words[1] : "-");
    } else if (line.startsWith("-P ") || line.startsWith("-N ")) {
      String[] words = line.split("\\s+", -1);
      declare(words[1], number, line, words.length > 2 ? words[2] : "-");
    } else {
      return rule(number, line);
    }
    return true;
  }

  private void declare(String chain, int number, String text, String policy) {
    chains.putIfAbsent(chain, new Declared(number, text, policy, new ArrayList<>()));
  }

  /** {@code -A CHAIN …}, perhaps with counters before it. */
  private boolean rule(int number, String line) {
    int start = line.startsWith("[") ? line.indexOf("] ") + 2 : 0;
    String text = line.substring(start);
    if (!text.startsWith("-A ")) {
      return false;
    }
    int end = text.indexOf(' ', 3);
    String chain = text.substring(3, end < 0 ? text.length() : end);
    declare(chain, number, text, "-");
    chains.get(chain).rules().add(new Numbered(number, text));
    return true;
  }

  /** The table; rules that can't be read are not known. */
  Table table(Family family, List<Flaw> flaws) {
    List<Chain> all = new ArrayList<>();
    chains.forEach((chain, declared) -> all.add(chain(chain, declared, flaws)));
    return new Table(family, name, all);
  }

  private Chain chain(String chain, Declared declared, List<Flaw> flaws) {
    List<Rule> rules = declared.rules().stream().map(line -> rule(chain, line, flaws)).toList();
    return new Chain(chain, source, declared.line(), declared.text(), base(chain, declared), rules);
  }

  private Rule rule(String chain, Numbered line, List<Flaw> flaws) {
    return new Rule(source, line.line(), name, chain, line.text(), statements(chain, line, flaws));
  }

  private List<Statement> statements(String chain, Numbered line, List<Flaw> flaws) {
    List<String> words = QuotedWords.of(line.text());
    try {
      return RuleLine.read(words.subList(2, words.size()), chains.keySet(), sourceNat(chain));
    } catch (IllegalArgumentException e) {
      flaws.add(new Flaw(line.line(), e.getMessage() + " in " + line.text()));
      return List.of(new Action.Unknown());
    }
  }

  private static boolean sourceNat(String chain) {
    return chain.equals("POSTROUTING") || chain.equals("INPUT");
  }

  private Optional<Base> base(String chain, Declared declared) {
    Hook hook = declared.policy().equals("-") ? null : HOOKS.get(chain);
    return Optional.ofNullable(hook)
        .map(
            h ->
                new Base(kind(chain), h, priority(h), List.of(), declared.policy().equals("DROP")));
  }

  private Base.Kind kind(String chain) {
    if (name.equals("nat")) {
      return Base.Kind.NAT;
    }
    return name.equals("mangle") && chain.equals("OUTPUT") ? Base.Kind.ROUTE : Base.Kind.FILTER;
  }

  /** The kernel's NF_IP_PRI_*. */
  private int priority(Hook hook) {
    return switch (name) {
      case "raw" -> -300;
      case "mangle" -> -150;
      case "nat" -> hook == Hook.PREROUTING || hook == Hook.OUTPUT ? -100 : 100;
      case "security" -> 50;
      default -> 0;
    };
  }
}
