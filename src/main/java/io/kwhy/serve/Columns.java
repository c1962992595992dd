package io.kwhy.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The columns in which kubectl shows a kind, in order. */
final class Columns {
  /**
   * One of them.
   *
   * @param wide whether it is shown with {@code -o wide} only
   * @param cell from an object to what stands there
   */
  record Column(String title, boolean wide, Function<Map<?, ?>, Object> cell) {}

  private final List<Column> columns = new ArrayList<>();

  /** Shows what is computed of an object. */
  Columns show(String title, Function<Map<?, ?>, Object> cell) {
    columns.add(new Column(title, false, cell));
    return this;
  }

  /** Shows the text at a path. */
  Columns text(String title, String... path) {
    return show(title, object -> Tree.text(object, path));
  }

  /** Shows the text at a path, {@code <none>} where there is none. */
  Columns orNone(String title, String... path) {
    return show(title, object -> orNone(Tree.text(object, path)));
  }

  /** Shows the number at a path, 0 where there is none. */
  Columns number(String title, String... path) {
    return show(title, object -> number(object, path));
  }

  /** What {@code -o wide} adds. */
  Columns wide(String title, Function<Map<?, ?>, Object> cell) {
    columns.add(new Column(title, true, cell));
    return this;
  }

  List<Column> all() {
    return List.copyOf(columns);
  }

  static String orNone(String text) {
    return text.isEmpty() ? "<none>" : text;
  }

  static String number(Object object, String... path) {
    String text = Tree.text(object, path);
    return text.isEmpty() ? "0" : text;
  }

  /** The number at a path as one to count with; 0 where there is none, or what is no number. */
  static long count(Object object, String... path) {
    try {
      return Long.parseLong(number(object, path));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /**
   * Texts at a path of each object in a list, with commas between; those that have none left out.
   */
  static String each(List<?> objects, String... path) {
    List<String> texts = new ArrayList<>();
    for (Object object : objects) {
      String text = Tree.text(object, path);
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return String.join(",", texts);
  }

  /** A selector as it is written on a command line. */
  static String selector(Map<?, ?> selector) {
    List<String> parts = new ArrayList<>();
    Tree.map(selector, "matchLabels").forEach((label, value) -> parts.add(label + "=" + value));
    for (Object each : Tree.list(selector, "matchExpressions")) {
      parts.add(expression(each));
    }
    return orNone(String.join(",", parts.stream().sorted().toList()));
  }

  private static String expression(Object expression) {
    String label = Tree.text(expression, "key");
    List<String> values =
        Tree.list(expression, "values").stream().map(String::valueOf).sorted().toList();
    return switch (Tree.text(expression, "operator")) {
      case "In" -> label + " in (" + String.join(",", values) + ")";
      case "NotIn" -> label + " notin (" + String.join(",", values) + ")";
      case "DoesNotExist" -> "!" + label;
      default -> label;
    };
  }
}
