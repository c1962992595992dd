package io.kwhy.serve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects as tables, the way kubectl asks for them. */
final class Tables {
  private final Cells cells;

  Tables(Instant now) {
    this.cells = new Cells(now);
  }

  /**
   * Rows with the cells of each object.
   *
   * @param include what a row holds of its object: all of it with {@code Object}, which sorting by
   *     a field needs, nothing with {@code None}, else its metadata
   */
  Object of(String kind, List<Map<?, ?>> objects, Object metadata, String include) {
    List<Columns.Column> columns = cells.columns(kind);
    List<Object> definitions = new ArrayList<>();
    columns.forEach(column -> definitions.add(definition(column)));
    List<Object> rows = new ArrayList<>();
    for (Map<?, ?> object : objects) {
      List<Object> row = new ArrayList<>();
      columns.forEach(column -> row.add(column.cell().apply(object)));
      rows.add(Tree.object("cells", row, "object", included(object, include)));
    }
    return Tree.object(
        "kind", "Table",
        "apiVersion", "meta.k8s.io/v1",
        "metadata", metadata,
        "columnDefinitions", definitions,
        "rows", rows);
  }

  private static Object included(Map<?, ?> object, String include) {
    return switch (include) {
      case "Object" -> object;
      case "None" -> null;
      default -> partial(object);
    };
  }

  /** An object's names, labels and owners, and nothing that it holds. */
  static Object partial(Map<?, ?> object) {
    return Tree.object(
        "kind", "PartialObjectMetadata",
        "apiVersion", "meta.k8s.io/v1",
        "metadata", Tree.map(object, "metadata"));
  }

  private static Object definition(Columns.Column column) {
    return Tree.object(
        "name",
        column.title(),
        "type",
        "string",
        "format",
        column.title().equals("Name") ? "name" : "",
        "description",
        "",
        "priority",
        column.wide() ? 1 : 0);
  }
}
