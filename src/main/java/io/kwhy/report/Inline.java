package io.kwhy.report;

import java.util.ArrayList;
import java.util.List;

/** The marks inside a line of Markdown: code, strong text, links. Anything else is text. */
final class Inline {
  private Inline() {}

  private record Mark(Style style, String text, int end) {
    static final Mark NONE = new Mark(Style.PLAIN, "", -1);
  }

  /** The line cut at its marks, without them. */
  static List<Run> read(String line) {
    List<Run> runs = new ArrayList<>();
    int plainFrom = 0;
    int at = 0;
    while (at < line.length()) {
      Mark mark = markAt(line, at);
      if (mark.end() < 0) {
        at++;
      } else {
        add(runs, Style.PLAIN, line.substring(plainFrom, at));
        add(runs, mark.style(), mark.text());
        at = mark.end();
        plainFrom = at;
      }
    }
    add(runs, Style.PLAIN, line.substring(plainFrom));
    return runs;
  }

  private static Mark markAt(String line, int at) {
    return switch (line.charAt(at)) {
      case '`' -> between(line, at, "`", Style.CODE);
      case '*' -> line.startsWith("**", at) ? between(line, at, "**", Style.STRONG) : Mark.NONE;
      case '<' -> line.startsWith("<http", at) ? between(line, at, ">", Style.PLAIN) : Mark.NONE;
      case '[' -> link(line, at);
      default -> Mark.NONE;
    };
  }

  private static Mark between(String line, int at, String closing, Style style) {
    int from = at + closing.length();
    int close = line.indexOf(closing, from);
    return close <= from
        ? Mark.NONE
        : new Mark(style, line.substring(from, close), close + closing.length());
  }

  private static Mark link(String line, int at) {
    int middle = line.indexOf("](", at);
    int close = middle < 0 ? -1 : line.indexOf(')', middle);
    if (close < 0 || line.lastIndexOf('[', middle) != at) {
      return Mark.NONE;
    }
    String text = line.substring(at + 1, middle);
    String address = line.substring(middle + 2, close);
    String shown = text.equals(address) ? address : text + " (" + address + ")";
    return new Mark(Style.PLAIN, shown, close + 1);
  }

  private static void add(List<Run> runs, Style style, String text) {
    if (!text.isEmpty()) {
      runs.add(new Run(style, text));
    }
  }
}
