package io.kwhy.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text with indents, wrapped at a width. Everything that reaches the reader as text passes
 * here, and here it is made safe for a terminal.
 */
final class Page {
  private final Appendable out;
  private final int width;
  private final boolean colour;
  private boolean somethingWritten;
  private boolean gapOwed;

  /**
   * @param width columns to wrap at
   * @param colour whether runs are painted
   */
  Page(Appendable out, int width, boolean colour) {
    this.out = out;
    this.width = width;
    this.colour = colour;
  }

  /** An empty line before whatever comes next; none at the start or the end of the page. */
  void gap() {
    gapOwed = somethingWritten;
  }

  /** A line that stands as it is, however long: a command to copy. */
  void verbatim(int indent, Style style, String text) throws IOException {
    begin();
    if (!text.isEmpty()) {
      out.append(" ".repeat(indent));
      emit(style, SafeText.escape(text));
    }
    out.append('\n');
  }

  void paragraph(int indent, String text) throws IOException {
    paragraph(indent, "", List.of(Run.plain(text)));
  }

  void paragraph(int indent, List<Run> runs) throws IOException {
    paragraph(indent, "", runs);
  }

  /**
   * Wrapped text. A word longer than the line is left whole.
   *
   * @param label stands before the first line; the others are indented by its length
   */
  void paragraph(int indent, String label, List<Run> runs) throws IOException {
    begin();
    int margin = indent + label.length();
    int column = margin;
    List<Run> line = new ArrayList<>(List.of(Run.plain(" ".repeat(indent) + label)));
    for (Word word : Word.split(runs.stream().map(this::visible).toList())) {
      boolean first = column == margin;
      int length = word.length();
      if (!first && column + word.blanks() + length > width) {
        emit(line);
        line.clear();
        line.add(Run.plain(" ".repeat(margin)));
        column = margin;
      } else if (!first) {
        Style before = line.get(line.size() - 1).style();
        boolean goesOn = before == word.pieces().get(0).style();
        line.add(new Run(goesOn ? before : Style.PLAIN, " ".repeat(word.blanks())));
        column += word.blanks();
      }
      line.addAll(word.pieces());
      column += length;
    }
    emit(line);
  }

  /** Code is told from prose by its colour, or else by its quotes. */
  private Run visible(Run run) {
    String safe = SafeText.escape(run.text());
    return new Run(run.style(), run.style() == Style.CODE && !colour ? "`" + safe + "`" : safe);
  }

  private void begin() throws IOException {
    if (gapOwed) {
      out.append('\n');
      gapOwed = false;
    }
    somethingWritten = true;
  }

  /** A line, neighbours in one look painted as one. */
  private void emit(List<Run> line) throws IOException {
    StringBuilder same = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      same.append(line.get(i).text());
      boolean last = i == line.size() - 1;
      if (last || line.get(i).style() != line.get(i + 1).style()) {
        emit(line.get(i).style(), same.toString());
        same.setLength(0);
      }
    }
    out.append('\n');
  }

  private void emit(Style style, String text) throws IOException {
    out.append(colour ? style.around(text) : text);
  }
}
