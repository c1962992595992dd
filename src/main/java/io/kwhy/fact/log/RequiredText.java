package io.kwhy.fact.log;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What every text that a regular expression matches must contain, found by reading the expression:
 * runs of plain characters, one for each alternative. Understands Java's syntax as far as needed to
 * never claim too much; what it does not understand ends a run.
 */
final class RequiredText {
  /** Shorter runs are in too many lines. */
  static final int SHORTEST = 4;

  private static final int MOST_SPELLINGS = 16;
  private static final List<String> NOTHING = List.of("");

  private final String regex;
  private final List<String> groups = new ArrayList<>();
  private int at;
  private boolean anyCase;
  private int switches;
  private boolean readable = true;

  private RequiredText(String regex) {
    this.regex = regex;
  }

  /** Reads a regular expression that {@link java.util.regex.Pattern} accepts. */
  static MessageText in(String regex) {
    RequiredText reader = new RequiredText(regex);
    List<Literal> literals = reader.alternatives().needed;
    return new MessageText(regex, reader.readable ? literals : List.of(), reader.groups);
  }

  /**
   * What is known of a part of the expression.
   *
   * @param starts one of them begins each text that the part matches
   * @param ends one of them ends it
   * @param exact whether {@code starts} are all the texts that it matches
   * @param needed one of them is in it; empty if nothing is known
   */
  private record Part(List<String> starts, List<String> ends, boolean exact, List<Literal> needed) {
    private static final Part UNKNOWN = new Part(NOTHING, NOTHING, false, List.of());

    private static Part exactly(List<String> texts) {
      return new Part(texts, texts, true, List.of());
    }

    private static Part plain(char c) {
      return isSearchable(c) ? exactly(List.of(String.valueOf(c))) : UNKNOWN;
    }

    private static boolean isSearchable(char c) {
      return c >= ' ' && c < 0x7f && "\"\\<>&".indexOf(c) < 0;
    }

    private Part repeated(Repeat repeat) {
      return switch (repeat) {
        case ONCE -> this;
        case MORE -> new Part(starts, ends, false, needed);
        case ANY -> UNKNOWN;
        case OPTIONAL -> {
          Set<String> texts = new LinkedHashSet<>(starts);
          texts.add("");
          yield exact ? exactly(List.copyOf(texts)) : UNKNOWN;
        }
      };
    }
  }

  private enum Repeat {
    ONCE,
    OPTIONAL,
    ANY,
    MORE
  }

  /** Parts one after the other; of all runs of plain characters in them the longest is kept. */
  private static final class Sequence {
    private List<String> starts = NOTHING;
    private List<String> runs = NOTHING;
    private boolean exact = true;
    private List<Literal> best = List.of();

    private void add(Part part, boolean anyCase) {
      List<String> longer = product(runs, part.starts);
      if (longer.isEmpty()) {
        cut(anyCase);
        longer = part.starts;
      }
      runs = longer;
      if (!part.exact) {
        cut(anyCase);
        offer(part.needed);
        runs = part.ends;
      }
    }

    /** All of one followed by all of the other; empty if these are too many. */
    private static List<String> product(List<String> one, List<String> other) {
      if (one.size() * other.size() > MOST_SPELLINGS) {
        return List.of();
      }
      if (one.size() == 1 && other.size() == 1) {
        return List.of(one.get(0).concat(other.get(0)));
      }
      Set<String> texts = new LinkedHashSet<>();
      one.forEach(start -> other.forEach(end -> texts.add(start + end)));
      return List.copyOf(texts);
    }

    private void cut(boolean anyCase) {
      offer(runs.stream().map(run -> new Literal(run, anyCase)).toList());
      starts = exact ? runs : starts;
      exact = false;
      runs = NOTHING;
    }

    private void offer(List<Literal> literals) {
      int shortest = shortest(literals);
      if (shortest >= SHORTEST && shortest > shortest(best)) {
        best = literals;
      }
    }

    private static int shortest(List<Literal> literals) {
      return literals.stream().mapToInt(Literal::length).min().orElse(0);
    }

    private Part toPart(boolean anyCase) {
      offer(runs.stream().map(run -> new Literal(run, anyCase)).toList());
      return new Part(exact ? runs : starts, runs, exact, best);
    }
  }

  private Part alternatives() {
    Part all = sequence();
    while (skip('|')) {
      all = either(all, sequence());
    }
    return all;
  }

  private static Part either(Part one, Part other) {
    boolean known = !one.needed.isEmpty() && !other.needed.isEmpty();
    return new Part(
        join(one.starts, other.starts),
        join(one.ends, other.ends),
        one.exact && other.exact,
        known ? join(one.needed, other.needed) : List.of());
  }

  private static <T> List<T> join(List<T> one, List<T> other) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  private Part sequence() {
    Sequence sequence = new Sequence();
    while (at < regex.length() && peek() != '|' && peek() != ')') {
      String run = run();
      if (!run.isEmpty()) {
        sequence.add(Part.exactly(List.of(run)), anyCase);
        continue;
      }
      boolean before = anyCase;
      Part part = skip('(') ? group() : atom();
      part = part.repeated(repeat());
      if (before != anyCase) {
        sequence.cut(before);
      }
      sequence.add(part, anyCase);
    }
    return sequence.toPart(anyCase);
  }

  /** Plain characters that stand for themselves, each once; {@code ""} where there are none. */
  private String run() {
    int end = at;
    while (end < regex.length() && isItself(regex.charAt(end))) {
      end++;
    }
    boolean lastIsRepeated = end < regex.length() && "?*+{".indexOf(regex.charAt(end)) >= 0;
    String run = regex.substring(at, Math.max(at, lastIsRepeated ? end - 1 : end));
    at += run.length();
    return run;
  }

  private static boolean isItself(char c) {
    return Part.isSearchable(c) && "()[]{}?*+|.^$".indexOf(c) < 0;
  }

  /** The group after its parenthesis. What looks around or sets flags is no text. */
  private Part group() {
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
      } else if (!skip('>') && switchFlags()) {
        return Part.exactly(NOTHING);
      }
    }
    int outerSwitches = anyCase == outerCase ? switches : -1;
    Part inner = alternatives();
    boolean sameCase = switches == outerSwitches;
    anyCase = outerCase;
    skip(')');
    if (looksAround) {
      return Part.exactly(NOTHING);
    }
    return sameCase ? inner : new Part(NOTHING, NOTHING, false, inner.needed);
  }

  /** Flags as in {@code (?i)} or {@code (?i:}; true if they hold for the rest of the group. */
  private boolean switchFlags() {
    boolean on = true;
    switches++;
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

  private Part atom() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '\\' -> escape();
      case '[' -> characterClass();
      case '.' -> Part.UNKNOWN;
      case '^', '$' -> Part.exactly(NOTHING);
      default -> Part.plain(c);
    };
  }

  private Part escape() {
    char c = regex.charAt(at++);
    if (c == 'Q') {
      return quoted();
    }
    if (!Character.isLetterOrDigit(c)) {
      return Part.plain(c);
    }
    if ("pPxkN".indexOf(c) >= 0 && at < regex.length() && (peek() == '{' || peek() == '<')) {
      at = regex.indexOf(peek() == '{' ? '}' : '>', at) + 1;
    } else if (Character.isDigit(c)) {
      while (at < regex.length() && Character.isDigit(peek())) {
        at++;
      }
    } else {
      int operand = "pPc".indexOf(c) >= 0 ? 1 : c == 'x' ? 2 : c == 'u' ? 4 : 0;
      at = Math.min(regex.length(), at + operand);
    }
    return Part.UNKNOWN;
  }

  /** A quantifier after a quotation belongs to its last character: such a one says nothing. */
  private Part quoted() {
    int end = regex.indexOf("\\E", at);
    String text = regex.substring(at, end < 0 ? regex.length() : end);
    at = end < 0 ? regex.length() : end + 2;
    boolean repeated = at < regex.length() && "?*+{".indexOf(peek()) >= 0;
    Sequence sequence = new Sequence();
    text.chars().forEach(c -> sequence.add(Part.plain((char) c), anyCase));
    return repeated ? Part.UNKNOWN : sequence.toPart(anyCase);
  }

  /** A class of a few plain characters, as in {@code [Ff]}, is one of these. */
  private Part characterClass() {
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
      char escaped = content.charAt(1);
      return Character.isLetterOrDigit(escaped) ? Part.UNKNOWN : Part.plain(escaped);
    }
    boolean plain =
        content.length() <= 4
            && content.chars().allMatch(c -> Part.plain((char) c).exact && "^-[]&".indexOf(c) < 0);
    return plain
        ? Part.exactly(content.chars().mapToObj(Character::toString).distinct().toList())
        : Part.UNKNOWN;
  }

  private Repeat repeat() {
    Repeat repeat = Repeat.ONCE;
    if (skip('?')) {
      repeat = Repeat.OPTIONAL;
    } else if (skip('*')) {
      repeat = Repeat.ANY;
    } else if (skip('+')) {
      repeat = Repeat.MORE;
    } else if (at < regex.length() && peek() == '{') {
      repeat = regex.startsWith("{0", at) ? Repeat.ANY : Repeat.MORE;
      at = regex.indexOf('}', at) + 1;
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
