package io.kwhy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines of commands that were put together from what a bundle holds, such as a rule of iptables.
 * Each word is quoted anew, so that a shell sees the same words and acts on none of them.
 */
final class CommandLines {
  private static final Pattern PLAIN =
      Pattern.compile("!|[A-Za-z0-9_.:/@,+%-][A-Za-z0-9_.:/@,+%=-]*");

  private CommandLines() {}

  /** The lines; empty where one can't be read, or holds what must not stand in a command. */
  static Optional<String> quoted(String value) {
    List<String> lines = new ArrayList<>();
    for (String line : value.split("\n", -1)) {
      List<String> words = words(line);
      if (words.isEmpty() || !words.stream().allMatch(SafeText::isSafe)) {
        return Optional.empty();
      }
      lines.add(String.join(" ", words.stream().map(CommandLines::word).toList()));
    }
    return Optional.of(String.join("\n", lines));
  }

  private static String word(String word) {
    return PLAIN.matcher(word).matches() ? word : ShellQuotes.quote(word);
  }

  /** Words as iptables-save writes them: double quotes around, backslashes within. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (c == '\\' && quoted && at + 1 < line.length()) {
        word.append(line.charAt(++at));
      } else if (c == ' ' && !quoted) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return quoted ? List.of() : words;
  }
}
