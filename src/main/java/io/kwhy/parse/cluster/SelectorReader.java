package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Selector;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** A label selector with matchLabels and matchExpressions. */
final class SelectorReader implements FieldReader {
  private final JsonCursor json;
  private SortedMap<String, String> labels = Collections.emptySortedMap();
  private List<Expression> expressions = List.of();

  SelectorReader(JsonCursor json) {
    this.json = json;
  }

  /** The selector that the cursor stands on; one that picks everything where none is there. */
  static Selector at(JsonCursor json) throws IOException {
    SelectorReader reader = new SelectorReader(json);
    json.fields(reader);
    return reader.selector();
  }

  @Override
  public void field(String name) throws IOException {
    switch (name) {
      case "matchLabels" -> labels = json.map();
      case "matchExpressions" -> expressions = json.objects(() -> new Expression(json));
      default -> {}
    }
  }

  private Selector selector() {
    if (labels.isEmpty() && expressions.isEmpty()) {
      return Selector.EVERYTHING;
    }
    return new Selector(labels, expressions.stream().map(Expression::requirement).toList());
  }

  /** A key, an operator and values, as selectors and node affinity write it. */
  static final class Expression implements FieldReader {
    private final JsonCursor json;
    private String key = "";
    private String operator = "";
    private List<String> values = List.of();

    Expression(JsonCursor json) {
      this.json = json;
    }

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "key" -> key = json.word();
        case "operator" -> operator = json.word();
        case "values" -> values = json.words();
        default -> {}
      }
    }

    Selector.Requirement requirement() {
      return new Selector.Requirement(key, operator, values);
    }
  }
}
