package io.kwhy.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a card's Markdown that stands for itself.
 *
 * @param label of an item: {@code - } or {@code 1. }
 * @param text one line; of fenced code all its lines
 */
record Block(Kind kind, String label, String text) {
  enum Kind {
    PARAGRAPH,
    ITEM,
    HEADING,
    CODE
  }

  /** The blocks of a text, in order. A paragraph's line breaks are blanks. */
  static List<Block> read(String markdown) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    boolean fenced = false;
    for (String line : markdown.split("\n", -1)) {
      String text = line.strip();
      if (text.startsWith("```")) {
        close(blocks, lines, fenced);
        fenced = !fenced;
      } else if (fenced) {
        lines.add(line.stripTrailing());
      } else {
        if (text.isEmpty() || text.startsWith("#") || itemLabel(text) > 0) {
          close(blocks, lines, false);
        }
        if (!text.isEmpty()) {
          lines.add(text);
        }
      }
    }
    close(blocks, lines, fenced);
    return blocks;
  }

  private static void close(List<Block> blocks, List<String> lines, boolean code) {
    if (!lines.isEmpty()) {
      blocks.add(
          code
              ? new Block(Kind.CODE, "", String.join("\n", lines).stripIndent())
              : prose(String.join(" ", lines)));
      lines.clear();
    }
  }

  private static Block prose(String text) {
    if (text.startsWith("#")) {
      return new Block(Kind.HEADING, "", text.replaceFirst("^#+", "").strip());
    }
    int label = itemLabel(text);
    if (label == 0) {
      return new Block(Kind.PARAGRAPH, "", text);
    }
    boolean numbered = Character.isDigit(text.charAt(0));
    return new Block(Kind.ITEM, numbered ? text.substring(0, label) : "- ", text.substring(label));
  }

  /** How long the text's bullet or number is; 0 where it has none. */
  private static int itemLabel(String text) {
    if (text.startsWith("- ") || text.startsWith("* ")) {
      return 2;
    }
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits > 0 && digits < 3 && text.startsWith(". ", digits) ? digits + 2 : 0;
  }
}
