package io.kwhy.parse.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every text that a regular expression matches must contain, found by reading the expression:
 * runs of plain characters that are not optional, one for each alternative. Understands Java's
 * syntax as far as needed to never claim too much; what it does not understand ends a run.
 */
final class RequiredText {
  /** Shorter runs are in too many lines. */
  static final int SHORTEST = 4;

  private final String regex;
  private final List<String> groups = new ArrayList<>();
  private int at;
  private boolean anyCase;
  private boolean readable = true;

  private RequiredText(String regex) {
    this.regex = regex;
  }

  /**
   * @param literals a match contains at least one of them; empty if there is nothing to search for
   * @param groups names of the groups, in the order of the expression
   */
  record Found(List<Literal> literals, List<String> groups) {}

  /** Reads a regular expression that {@link java.util.regex.Pattern} accepts. */
  static Found in(String regex) {
    RequiredText reader = new RequiredText(regex);
    List<Literal> literals = reader.alternatives();
    return new Found(
        reader.readable ? List.copyOf(literals) : List.of(), List.copyOf(reader.groups));
  }

  private List<Literal> alternatives() {
    List<Literal> all = new ArrayList<>();
    boolean every = true;
    do {
      List<Literal> branch = sequence();
      every &= !branch.isEmpty();
      all.addAll(branch);
    } while (skip('|'));
    return every ? all : List.of();
  }

  private List<Literal> sequence() {
    Choice choice = new Choice();
    while (at < regex.length() && peek() != '|' && peek() != ')') {
      if (skip('(')) {
        group(choice);
      } else {
        Optional<Character> plain = atom(choice);
        Repeat repeat = repeat();
        if (plain.isEmpty()) {
          choice.cut(anyCase);
        } else {
          choice.add(plain.get(), repeat, anyCase);
        }
      }
    }
    choice.cut(anyCase);
    return choice.best;
  }

  /** The runs of a sequence, of which the longest is kept. */
  private static final class Choice {
    private final StringBuilder run = new StringBuilder();
    private List<Literal> best = List.of();

    private void add(char plain, Repeat repeat, boolean anyCase) {
      boolean searchable =
          plain >= ' ' && plain < 0x7f && "\"\\<>&".indexOf(plain) < 0 && repeat != Repeat.OPTIONAL;
      if (searchable) {
        run.append(plain);
      }
      if (!searchable || repeat != Repeat.ONCE) {
        cut(anyCase);
      }
    }

    private void cut(boolean anyCase) {
      if (run.length() >= SHORTEST) {
        offer(List.of(new Literal(run.toString(), anyCase)));
      }
      run.setLength(0);
    }

    private void offer(List<Literal> literals) {
      if (shortest(literals) > shortest(best)) {
        best = literals;
      }
    }

    private static int shortest(List<Literal> literals) {
      return literals.stream().mapToInt(Literal::length).min().orElse(0);
    }
  }

  private enum Repeat {
    ONCE,
    OPTIONAL,
    MORE
  }

  /** The group after its parenthesis: what it requires, unless it is optional or looks around. */
  private void group(Choice choice) {
    boolean outerCase = anyCase;
    boolean looksAround = false;
    if (skip('?')) {
      if (skip('<') && peek() != '=' && peek() != '!') {
        int end = regex.indexOf('>', at);
        groups.add(regex.substring(at, end));
        at = end + 1;
      } else if (peek() == '=' || peek() == '!') {
        looksAround = true;
        at++;
      } else if (!skip('>')) {
        choice.cut(outerCase);
        if (switchFlags()) {
          return;
        }
      }
    }
    choice.cut(outerCase);
    List<Literal> needed = alternatives();
    anyCase = outerCase;
    skip(')');
    if (repeat() != Repeat.OPTIONAL && !looksAround) {
      choice.offer(needed);
    }
  }

  /** Flags as in {@code (?i)} or {@code (?i:}; true if they hold for the rest of the group. */
  private boolean switchFlags() {
    boolean on = true;
    while (at < regex.length()) {
      char flag = regex.charAt(at++);
      switch (flag) {
        case '-' -> on = false;
        case 'i' -> anyCase = on;
        case 'x' -> readable &= !on;
        case ')' -> {
          return true;
        }
        case ':' -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  private Optional<Character> atom(Choice choice) {
    char c = regex.charAt(at++);
    return switch (c) {
      case '\\' -> escape(choice);
      case '[' -> characterClass();
      case '.', '^', '$' -> Optional.empty();
      default -> Optional.of(c);
    };
  }

  private Optional<Character> escape(Choice choice) {
    char c = regex.charAt(at++);
    if (c == 'Q') {
      quoted(choice);
      return Optional.empty();
    }
    if (!Character.isLetterOrDigit(c)) {
      return Optional.of(c);
    }
    if ("pPxkN".indexOf(c) >= 0 && at < regex.length() && (peek() == '{' || peek() == '<')) {
      at = regex.indexOf(peek() == '{' ? '}' : '>', at) + 1;
    } else {
      at += Math.min(regex.length() - at, "pPc".indexOf(c) >= 0 ? 1 : c == 'u' ? 4 : 0);
      if (c == 'x') {
        at += 2;
      } else if (c == '0' || Character.isDigit(c)) {
        while (at < regex.length() && Character.isDigit(peek())) {
          at++;
        }
      }
    }
    return Optional.empty();
  }

  private void quoted(Choice choice) {
    int end = regex.indexOf("\\E", at);
    String text = regex.substring(at, end < 0 ? regex.length() : end);
    at = end < 0 ? regex.length() : end + 2;
    // A quantifier after the quotation belongs to its last character, which is left out for it.
    for (int i = 0; i + 1 < text.length(); i++) {
      choice.add(text.charAt(i), Repeat.ONCE, anyCase);
    }
  }

  /** A class of one character, as in {@code [.]}, is that character. */
  private Optional<Character> characterClass() {
    int start = at;
    skip('^');
    skip(']');
    int depth = 1;
    while (depth > 0 && at < regex.length()) {
      char c = regex.charAt(at++);
      if (c == '\\') {
        at = regex.startsWith("Q", at) ? Math.max(at, regex.indexOf("\\E", at)) + 1 : at + 1;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      }
    }
    String content = regex.substring(start, Math.max(start, at - 1));
    if (content.length() == 2 && content.charAt(0) == '\\') {
      content = content.substring(1);
      return Character.isLetterOrDigit(content.charAt(0))
          ? Optional.empty()
          : Optional.of(content.charAt(0));
    }
    boolean single = content.length() == 1 && !content.equals("^");
    return single ? Optional.of(content.charAt(0)) : Optional.empty();
  }

  private Repeat repeat() {
    Repeat repeat = Repeat.ONCE;
    if (skip('?') || skip('*')) {
      repeat = Repeat.OPTIONAL;
    } else if (skip('+')) {
      repeat = Repeat.MORE;
    } else if (at < regex.length() && peek() == '{') {
      int end = regex.indexOf('}', at);
      repeat = regex.startsWith("{0", at) ? Repeat.OPTIONAL : Repeat.MORE;
      at = end + 1;
    }
    if (repeat != Repeat.ONCE && !skip('?')) {
      skip('+');
    }
    return repeat;
  }

  private char peek() {
    return regex.charAt(at);
  }

  private boolean skip(char expected) {
    if (at < regex.length() && regex.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }
}
