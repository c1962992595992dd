package io.kwhy.report;

import io.kwhy.bundle.Printable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes trees as YAML that 1.1 and 1.2 readers understand alike. A text stands bare only where no
 * reader could take it for anything else; several lines stand as a block.
 */
final class Yaml {
  /** Words that some version of YAML reads as yes, no or nothing. */
  private static final Set<String> TAKEN =
      new TreeSet<>(List.of("y", "n", "yes", "no", "on", "off", "true", "false", "null"));

  private Yaml() {}

  /** As a document, with a line end. */
  static void write(Tree tree, Appendable out) throws IOException {
    if (isInline(tree)) {
      out.append(inline(tree)).append('\n');
    } else {
      block(tree, 0, true, out);
    }
  }

  /**
   * @param begun whether the first line's indent is there already
   */
  private static void block(Tree tree, int indent, boolean begun, Appendable out)
      throws IOException {
    boolean first = begun;
    if (tree instanceof Tree.Fields fields) {
      for (Map.Entry<String, Tree> field : fields.byName().entrySet()) {
        margin(first ? 0 : indent, out);
        first = false;
        out.append(scalar(field.getKey())).append(':');
        value(field.getValue(), indent, out);
      }
    } else if (tree instanceof Tree.Items items) {
      for (Tree item : items.all()) {
        margin(first ? 0 : indent, out);
        first = false;
        out.append('-');
        item(item, indent, out);
      }
    }
  }

  private static void value(Tree value, int indent, Appendable out) throws IOException {
    if (isInline(value) || isLines(value)) {
      leaf(value, indent + 2, out);
    } else {
      out.append('\n');
      block(value, indent + 2, false, out);
    }
  }

  private static void item(Tree item, int indent, Appendable out) throws IOException {
    if (isInline(item) || isLines(item)) {
      leaf(item, indent + 2, out);
    } else {
      out.append(' ');
      block(item, indent + 2, true, out);
    }
  }

  private static void leaf(Tree leaf, int indent, Appendable out) throws IOException {
    if (!isLines(leaf)) {
      out.append(' ').append(inline(leaf)).append('\n');
      return;
    }
    String text = ((Tree.Text) leaf).value();
    out.append(" |").append(text.endsWith("\n") ? "" : "-").append('\n');
    for (String line : text.lines().toList()) {
      margin(line.isEmpty() ? 0 : indent, out);
      out.append(line).append('\n');
    }
  }

  private static void margin(int indent, Appendable out) throws IOException {
    out.append(" ".repeat(indent));
  }

  private static boolean isInline(Tree tree) {
    if (tree instanceof Tree.Fields fields) {
      return fields.byName().isEmpty();
    }
    if (tree instanceof Tree.Items items) {
      return items.all().isEmpty();
    }
    return !isLines(tree);
  }

  private static String inline(Tree tree) {
    if (tree instanceof Tree.Fields) {
      return "{}";
    } else if (tree instanceof Tree.Items) {
      return "[]";
    } else if (tree instanceof Tree.Text text) {
      return scalar(text.value());
    } else if (tree instanceof Tree.Whole whole) {
      return Long.toString(whole.value());
    } else if (tree instanceof Tree.Truth truth) {
      return Boolean.toString(truth.value());
    }
    return Double.toString(((Tree.Fraction) tree).value());
  }

  /** A text of several lines that a block gives back as it is. */
  private static boolean isLines(Tree tree) {
    return tree instanceof Tree.Text text
        && text.value().indexOf('\n') > 0
        && !text.value().startsWith(" ")
        && !text.value().endsWith("\n\n")
        && SafeText.isSafe(text.value().replace("\n", ""));
  }

  private static String scalar(String text) {
    return standsBare(text) ? text : quoted(text);
  }

  private static boolean standsBare(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0)) || text.endsWith(" ")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9') && " ._/()-".indexOf(c) < 0) {
        return false;
      }
    }
    return !TAKEN.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                quoted.append("\\n");
              } else if (Printable.isUnsafe(c)) {
                quoted.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
