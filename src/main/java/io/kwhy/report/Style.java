package io.kwhy.report;

/** How a run of text looks where colour is wanted. */
enum Style {
  PLAIN(""),
  STRONG("1"),
  CODE("36"),
  QUIET("2"),
  GOOD("1;32"),
  BAD("1;31"),
  UNSURE("1;33");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text between the terminal's codes for this look. */
  String around(String text) {
    return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
