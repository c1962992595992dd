package io.kwhy.report;

import java.io.IOException;
import java.util.List;

/**
 * Puts a card's Markdown on a page. Placeholders are filled after the marks were read, so that a
 * name with a star in it stays a name.
 */
final class Markdown {
  private final Page page;
  private final Filling filling;

  Markdown(Page page, Filling filling) {
    this.page = page;
    this.filling = filling;
  }

  /** Writes a text of several paragraphs, with empty lines between them but not between items. */
  void write(int indent, String markdown) throws IOException {
    Block.Kind last = Block.Kind.ITEM;
    boolean first = true;
    for (Block block : Block.read(markdown)) {
      boolean sameList = last == Block.Kind.ITEM && block.kind() == Block.Kind.ITEM;
      if (!first && !sameList) {
        page.gap();
      }
      write(indent, block);
      first = false;
      last = block.kind();
    }
  }

  /** Writes a text's first paragraph behind a label, and what follows it below. */
  void write(int indent, String label, String markdown) throws IOException {
    List<Block> blocks = Block.read(markdown);
    if (blocks.isEmpty()) {
      return;
    }
    page.paragraph(indent, label, filled(blocks.get(0).text()));
    for (Block block : blocks.subList(1, blocks.size())) {
      write(indent + label.length(), block);
    }
  }

  /** Writes a command, each of its lines as it is to be typed, and says what was left open. */
  void command(int indent, String template) throws IOException {
    Filling.Command command = filling.command(template.strip());
    for (String line : command.line().split("\n", -1)) {
      page.verbatim(indent, Style.CODE, line);
    }
    if (!command.leftOpen().isEmpty()) {
      page.paragraph(
          indent,
          "("
              + String.join(", ", command.leftOpen())
              + " is left for you to fill: the name holds characters that a shell would act on)");
    }
  }

  /** A line with its marks read and its placeholders filled. */
  List<Run> filled(String line) {
    return Inline.read(line).stream().map(this::filled).toList();
  }

  private Run filled(Run run) {
    boolean code = run.style() == Style.CODE;
    return new Run(
        run.style(), code ? filling.command(run.text()).line() : filling.text(run.text()));
  }

  private void write(int indent, Block block) throws IOException {
    switch (block.kind()) {
      case CODE -> command(indent + 4, block.text());
      case HEADING ->
          page.paragraph(indent, List.of(new Run(Style.STRONG, filling.text(block.text()))));
      case ITEM -> page.paragraph(indent, block.label(), filled(block.text()));
      case PARAGRAPH -> page.paragraph(indent, filled(block.text()));
    }
  }
}
