package io.kwhy.cli;

import io.kwhy.report.TextStyle;

/** What is known of the terminal: how wide it is, and whether it wants colour. */
final class Terminal {
  private static final int USUAL_WIDTH = 100;

  private Terminal() {}

  static TextStyle style(String colour, TextStyle.Amount amount) {
    boolean wanted =
        switch (colour) {
          case "always" -> true;
          case "never" -> false;
          default ->
              Boolean.getBoolean("kwhy.terminal")
                  && System.getenv("NO_COLOR") == null
                  && !"dumb".equals(System.getenv("TERM"));
        };
    return new TextStyle(width(), wanted, amount);
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[0-9]{1,4}")
        ? Integer.parseInt(columns)
        : USUAL_WIDTH;
  }
}
