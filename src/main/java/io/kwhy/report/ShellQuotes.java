package io.kwhy.report;

/**
 * Follows a command line as a shell would read it, to tell where a value can be put in and what has
 * to be done to it. A bundle is not to be trusted: a node can be called {@code x; rm -rf /}.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell
 *     Command Language, 2.2 Quoting</a>
 */
final class ShellQuotes {
  private enum State {
    OPEN,
    SINGLE,
    DOUBLE,
    COMMENT
  }

  private final boolean readTwice;
  private State state = State.OPEN;
  private boolean escaped;
  private char previous = '\n';

  ShellQuotes(String template) {
    this.readTwice = isReadTwice(template);
  }

  /** Goes past a character of the command line. */
  void pass(char c) {
    if (escaped) {
      escaped = false;
    } else if (c == '\\' && (state == State.OPEN || state == State.DOUBLE)) {
      escaped = true;
    } else {
      state = next(c);
    }
    previous = c;
  }

  /** Goes past a value that was put in: part of a word, whatever it holds. */
  void passWord() {
    escaped = false;
    previous = 'w';
  }

  /** Whether any value, once quoted, is one harmless word here. */
  boolean takesQuotedWord() {
    return state == State.OPEN && !escaped && !readTwice;
  }

  /** A word that no shell reads anything into; nor does a command take it for an option. */
  static boolean isPlain(String value) {
    if (value.isEmpty() || value.charAt(0) == '=' || !canBeQuoted(value)) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && "._:/@=-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether quoting makes it a harmless word. It does not help where the word is an option, breaks
   * the line, or climbs out of the folder that a path in the command is meant to stay in.
   */
  static boolean canBeQuoted(String value) {
    return !value.startsWith("-") && !value.contains("..") && SafeText.isSafe(value);
  }

  /** The value as one word of a shell. */
  static String quote(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }

  private State next(char c) {
    return switch (state) {
      case OPEN ->
          switch (c) {
            case '\'' -> State.SINGLE;
            case '"' -> State.DOUBLE;
            case '#' -> Character.isWhitespace(previous) ? State.COMMENT : State.OPEN;
            default -> State.OPEN;
          };
      case SINGLE -> c == '\'' ? State.OPEN : State.SINGLE;
      case DOUBLE -> c == '"' ? State.OPEN : State.DOUBLE;
      case COMMENT -> c == '\n' ? State.OPEN : State.COMMENT;
    };
  }

  /**
   * Whether parts of the line are read by a shell more than once, or by rules that are not followed
   * here: there one layer of quotes protects nothing.
   */
  private static boolean isReadTwice(String template) {
    if (template.contains("`") || template.contains("<<") || template.contains("$'")) {
      return true;
    }
    for (String word : template.split("[\\s;|&()]+", -1)) {
      switch (word) {
        case "ssh", "eval", "xargs", "watch", "su", "-c", "-ec", "-exec", "parallel" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
