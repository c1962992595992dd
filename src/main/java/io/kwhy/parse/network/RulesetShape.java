package io.kwhy.parse.network;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the lines of printed firewall rules are as the tools print them, to the end. One whose
 * end is missing proves nothing by what it lacks.
 */
abstract class RulesetShape {

  /** A line that does not belong there, or is missing. */
  record Odd(int line, String what) {}

  /** The shape that a source should have. */
  static RulesetShape of(String source) {
    return switch (source) {
      case "nft-ruleset" -> new Braces();
      case "ipset" -> new Any();
      default -> new Tables();
    };
  }

  /** Takes the next line; what is odd about it. */
  abstract Optional<Odd> line(int number, String line);

  /** What is missing at the end. */
  abstract Optional<Odd> end();

  /** {@code *filter}, chains, rules, {@code COMMIT}. */
  private static final class Tables extends RulesetShape {
    private static final Pattern KNOWN =
        Pattern.compile("(?:#|:|-[APN] |\\[\\d+:\\d+\\] -A |COMMIT$).*");

    private static final Pattern RULE = Pattern.compile("(?:\\[\\d+:\\d+\\] )?-A (?<chain>\\S+).*");

    private final Set<String> chains = new HashSet<>();
    private Optional<Odd> open = Optional.empty();
    private boolean odd;

    @Override
    Optional<Odd> line(int number, String raw) {
      String line = raw.strip();
      if (line.startsWith("*")) {
        Optional<Odd> before = open;
        open = Optional.of(new Odd(number, "table " + line.substring(1) + " ends without COMMIT"));
        chains.clear();
        return before;
      }
      if (line.equals("COMMIT")) {
        open = Optional.empty();
      } else if (line.startsWith(":")) {
        chains.add(line.substring(1).split(" ", 2)[0]);
      } else if (open.isPresent() && beginsChain(line)) {
        return Optional.of(
            new Odd(number, "expected the chain of this rule before its first rule"));
      } else if (!odd && !line.isEmpty() && !KNOWN.matcher(line).matches()) {
        odd = true;
        return Optional.of(new Odd(number, "expected a chain or a rule, found something else"));
      }
      return Optional.empty();
    }

    /** A table prints all its chains first; of one whose line is missing no policy is known. */
    private boolean beginsChain(String line) {
      Matcher rule = RULE.matcher(line);
      return rule.matches() && chains.add(rule.group("chain"));
    }

    @Override
    Optional<Odd> end() {
      return open;
    }
  }

  /** As many braces that close as there are that open. */
  private static final class Braces extends RulesetShape {
    private int depth;
    private int last;
    private boolean quoted;

    @Override
    Optional<Odd> line(int number, String line) {
      last = number;
      quoted = false;
      for (int at = 0; at < line.length(); at++) {
        char c = line.charAt(at);
        if (c == '\\' && quoted) {
          at++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && c == '#') {
          return Optional.empty();
        } else if (!quoted && (c == '{' || c == '[')) {
          depth++;
        } else if (!quoted && (c == '}' || c == ']')) {
          depth--;
        }
      }
      return Optional.empty();
    }

    @Override
    Optional<Odd> end() {
      return depth == 0 && !quoted
          ? Optional.empty()
          : Optional.of(new Odd(last, "the rules end in the middle: braces are left open"));
    }
  }

  /** Members of sets may be there or not. */
  private static final class Any extends RulesetShape {
    @Override
    Optional<Odd> line(int number, String line) {
      return Optional.empty();
    }

    @Override
    Optional<Odd> end() {
      return Optional.empty();
    }
  }
}
