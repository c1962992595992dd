package io.kwhy.fact.log;

import java.util.ArrayList;
import java.util.List;

/**
 * What every text that a regular expression matches must contain, found by reading the expression:
 * runs of plain characters, one for each alternative. Understands Java's syntax as far as needed to
 * never claim too much; what it does not understand ends a run.
 */
final class RequiredText {

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
    List<Literal> literals = reader.alternatives().needed();
    return new MessageText(regex, reader.readable ? literals : List.of(), reader.groups);
  }

  private RequiredPart alternatives() {
    RequiredPart all = sequence();
    while (skip('|')) {
      all = RequiredPart.either(all, sequence());
    }
    return all;
  }

  private RequiredPart sequence() {
    RequiredSequence sequence = new RequiredSequence();
    while (at < regex.length() && peek() != '|' && peek() != ')') {
      String run = run();
      if (!run.isEmpty()) {
        sequence.add(RequiredPart.exactly(List.of(run)), anyCase);
        continue;
      }
      int afterField = afterField(at);
      if (afterField > at) {
        at = afterField;
        sequence.add(RequiredPart.UNKNOWN, anyCase);
        continue;
      }
      boolean before = anyCase;
      RequiredPart part = skip('(') ? group() : atom();
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
    while (end < regex.length() && isItself(regex.charAt(end)) && afterField(end) == end) {
      end++;
    }
    boolean lastIsRepeated = isQuantifier(end);
    String run = regex.substring(at, Math.max(at, lastIsRepeated ? end - 1 : end));
    at += run.length();
    return run;
  }

  /**
   * Where a field's name with its {@code =} ends that begins at a space, else the place itself. A
   * message goes on with its fields, such as {@code error=}; in the line that it was read from its
   * quote ends before them, and in JSON they are written otherwise.
   */
  private int afterField(int start) {
    int end = start + 1;
    while (end < regex.length() && isOfName(regex.charAt(end))) {
      end++;
    }
    boolean field =
        regex.charAt(start) == ' '
            && end > start + 1
            && end < regex.length()
            && regex.charAt(end) == '='
            && !isQuantifier(end + 1);
    return field ? end + 1 : start;
  }

  private static boolean isOfName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private boolean isQuantifier(int place) {
    return place < regex.length() && "?*+{".indexOf(regex.charAt(place)) >= 0;
  }

  private static boolean isItself(char c) {
    return RequiredPart.isSearchable(c) && "()[]{}?*+|.^$".indexOf(c) < 0;
  }

  /** The group after its parenthesis. What looks around or sets flags is no text. */
  private RequiredPart group() {
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
        return RequiredPart.exactly(RequiredPart.NOTHING);
      }
    }
    int outerSwitches = anyCase == outerCase ? switches : -1;
    RequiredPart inner = alternatives();
    boolean sameCase = switches == outerSwitches;
    anyCase = outerCase;
    skip(')');
    if (looksAround) {
      return RequiredPart.exactly(RequiredPart.NOTHING);
    }
    return sameCase
        ? inner
        : new RequiredPart(RequiredPart.NOTHING, RequiredPart.NOTHING, false, inner.needed());
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

  private RequiredPart atom() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '\\' -> escape();
      case '[' -> characterClass();
      case '.' -> RequiredPart.UNKNOWN;
      case '^', '$' -> RequiredPart.exactly(RequiredPart.NOTHING);
      default -> RequiredPart.plain(c);
    };
  }

  private RequiredPart escape() {
    char c = regex.charAt(at++);
    if (c == 'Q') {
      return quoted();
    }
    if (!Character.isLetterOrDigit(c)) {
      return RequiredPart.plain(c);
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
    return RequiredPart.UNKNOWN;
  }

  /** A quantifier after a quotation belongs to its last character: such a one says nothing. */
  private RequiredPart quoted() {
    int end = regex.indexOf("\\E", at);
    String text = regex.substring(at, end < 0 ? regex.length() : end);
    at = end < 0 ? regex.length() : end + 2;
    boolean repeated = at < regex.length() && "?*+{".indexOf(peek()) >= 0;
    RequiredSequence sequence = new RequiredSequence();
    text.chars().forEach(c -> sequence.add(RequiredPart.plain((char) c), anyCase));
    return repeated ? RequiredPart.UNKNOWN : sequence.toPart(anyCase);
  }

  /** A class of a few plain characters, as in {@code [Ff]}, is one of these. */
  private RequiredPart characterClass() {
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
      return Character.isLetterOrDigit(escaped)
          ? RequiredPart.UNKNOWN
          : RequiredPart.plain(escaped);
    }
    boolean plain =
        content.length() <= 4
            && content
                .chars()
                .allMatch(c -> RequiredPart.plain((char) c).exact() && "^-[]&".indexOf(c) < 0);
    return plain
        ? RequiredPart.exactly(content.chars().mapToObj(Character::toString).distinct().toList())
        : RequiredPart.UNKNOWN;
  }

  private RequiredPart.Repeat repeat() {
    RequiredPart.Repeat repeat = RequiredPart.Repeat.ONCE;
    if (skip('?')) {
      repeat = RequiredPart.Repeat.OPTIONAL;
    } else if (skip('*')) {
      repeat = RequiredPart.Repeat.ANY;
    } else if (skip('+')) {
      repeat = RequiredPart.Repeat.MORE;
    } else if (at < regex.length() && peek() == '{') {
      repeat = regex.startsWith("{0", at) ? RequiredPart.Repeat.ANY : RequiredPart.Repeat.MORE;
      at = regex.indexOf('}', at) + 1;
    }
    if (repeat != RequiredPart.Repeat.ONCE && !skip('?')) {
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
