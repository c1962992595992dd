package io.kwhy.report;

/** A piece of a paragraph in one look. */
record Run(Style style, String text) {
  static Run plain(String text) {
    return new Run(Style.PLAIN, text);
  }
}
