package io.kwhy.serve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Objects as tables, the way kubectl asks for them. */
final class Tables {
  private final Cells cells;

  Tables(Instant now) {
    this.cells = new Cells(now);
  }

  Object of(String kind, List<Map<?, ?>> objects, Object metadata) {
    Map<String, Function<Map<?, ?>, Object>> columns = cells.columns(kind);
    Map<String, Function<Map<?, ?>, Object>> wide = Cells.wide(kind);
    List<Object> definitions = new ArrayList<>();
    columns.keySet().forEach(title -> definitions.add(column(title, 0)));
    wide.keySet().forEach(title -> definitions.add(column(title, 1)));
    List<Object> rows = new ArrayList<>();
    for (Map<?, ?> object : objects) {
      List<Object> row = new ArrayList<>();
      columns.values().forEach(cell -> row.add(cell.apply(object)));
      wide.values().forEach(cell -> row.add(cell.apply(object)));
      rows.add(Tree.object("cells", row, "object", partial(object)));
    }
    return Tree.object(
        "kind", "Table",
        "apiVersion", "meta.k8s.io/v1",
        "metadata", metadata,
        "columnDefinitions", definitions,
        "rows", rows);
  }

  /** An object's names, labels and owners, and nothing that it holds. */
  static Object partial(Map<?, ?> object) {
    return Tree.object(
        "kind", "PartialObjectMetadata",
        "apiVersion", "meta.k8s.io/v1",
        "metadata", Tree.map(object, "metadata"));
  }

  private static Object column(String title, int priority) {
    return Tree.object(
        "name",
        title,
        "type",
        "string",
        "format",
        title.equals("Name") ? "name" : "",
        "description",
        "",
        "priority",
        priority);
  }
}
