package io.kwhy.cli;

import io.kwhy.report.TextStyle;

/** What is known of the terminal: how wide it is, and whether it wants colour. */
final class Terminal {
  private static final int USUAL_WIDTH = 100;

  private Terminal() {}

  /** When a report is coloured. */
  enum Colour {
    auto,
    always,
    never
  }

  /** How to write to standard output. */
  static TextStyle style() {
    return style(Colour.auto, true, TextStyle.Amount.USUAL);
  }

  /**
   * @param standard whether it goes to standard output, which may be a terminal
   */
  static TextStyle style(Colour colour, boolean standard, TextStyle.Amount amount) {
    boolean wanted =
        switch (colour) {
          case always -> true;
          case never -> false;
          case auto -> standard && isColourful();
        };
    return new TextStyle(width(), wanted, amount);
  }

  /** NO_COLOR counts where it is not empty: https://no-color.org. */
  private static boolean isColourful() {
    String none = System.getenv("NO_COLOR");
    return Boolean.getBoolean("kwhy.terminal")
        && (none == null || none.isEmpty())
        && !"dumb".equals(System.getenv("TERM"));
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[0-9]{1,4}")
        ? Integer.parseInt(columns)
        : USUAL_WIDTH;
  }
}
