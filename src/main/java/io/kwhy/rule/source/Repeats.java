package io.kwhy.rule.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a regular expression repeats at least what it repeats most. */
final class Repeats {
  private static final Pattern PARTS =
      Pattern.compile(
          "\\\\.|(?<open>\\()|(?<close>\\))|\\{(?<least>[0-9]+)[0-9,]*\\}|.", Pattern.DOTALL);

  private Repeats() {}

  /** Repeated groups in repeated groups multiply. */
  static double most(String regex) {
    Deque<Double> groups = new ArrayDeque<>();
    double most = 1;
    double last = 1;
    Matcher part = PARTS.matcher(regex);
    while (part.find()) {
      if (part.group("open") != null) {
        groups.push(most);
        most = 1;
        last = 1;
      } else if (part.group("close") != null && !groups.isEmpty()) {
        last = most;
        most = Math.max(groups.pop(), last);
      } else if (part.group("least") != null) {
        last *= Double.parseDouble(part.group("least"));
        most = Math.max(most, last);
      } else {
        last = 1;
      }
    }
    return most;
  }
}
