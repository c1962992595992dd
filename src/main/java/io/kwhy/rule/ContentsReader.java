package io.kwhy.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.fact.log.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link ContentsWriter} wrote. */
final class ContentsReader {

  /** An object of texts, lists and objects. */
  private record Tree(Map<String, Object> values) {
    String text(String key) {
      return (String) value(key);
    }

    List<String> texts(String key) {
      return ((List<?>) value(key)).stream().map(String.class::cast).toList();
    }

    List<Tree> trees(String key) {
      return ((List<?>) value(key)).stream().map(Tree.class::cast).toList();
    }

    Tree tree(String key) {
      return (Tree) value(key);
    }

    private Object value(String key) {
      Object value = values.get(key);
      if (value == null) {
        throw new IllegalStateException(Contents.PATH + " lacks \"" + key + "\"");
      }
      return value;
    }
  }

  private ContentsReader() {}

  /**
   * The contents that a stream holds.
   *
   * @throws IOException if it is not JSON, or of another format
   */
  static Contents read(InputStream in) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException(Contents.PATH + " is no JSON object");
      }
      Tree tree = object(json);
      String format = tree.text("format");
      if (!format.equals(Integer.toString(ContentsWriter.FORMAT))) {
        throw new IOException(
            "%s: \"format\" is %s, this kwhy reads %d"
                .formatted(Contents.PATH, format, ContentsWriter.FORMAT));
      }
      return contents(tree);
    }
  }

  private static Tree object(JsonParser json) throws IOException {
    Map<String, Object> values = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      values.put(key, value(json));
    }
    return new Tree(values);
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(json));
        }
        yield items;
      }
      default -> json.getText();
    };
  }

  private static Contents contents(Tree tree) {
    Map<String, String> files = new TreeMap<>();
    tree.tree("files").values().forEach((file, hash) -> files.put(file, (String) hash));
    return new Contents(
        tree.text("sha256"),
        tree.text("engine"),
        tree.text("basis"),
        tree.texts("models"),
        tree.texts("declared"),
        tree.trees("rules").stream().map(ContentsReader::rule).toList(),
        tree.trees("cards").stream().map(ContentsReader::card).toList(),
        tree.trees("signals").stream().map(ContentsReader::signal).toList(),
        new TreeMap<>(files));
  }

  private static RuleEntry rule(Tree rule) {
    return new RuleEntry(
        rule.text("name"),
        RuleEntry.Kind.valueOf(rule.text("kind")),
        rule.text("area"),
        rule.text("file"),
        Integer.parseInt(rule.text("line")),
        rule.text("status"),
        rule.text("package"),
        rule.texts("types"),
        requires(rule.value("requires")),
        yields(rule.texts("yields")));
  }

  private static List<Requirement> requires(Object requires) {
    List<Requirement> all = new ArrayList<>();
    for (Object each : (List<?>) requires) {
      List<String> cells = ((List<?>) each).stream().map(String.class::cast).toList();
      all.add(new Requirement(cells.get(0), cells.get(1), cells.subList(2, cells.size())));
    }
    return all;
  }

  private static List<Yield> yields(List<String> cells) {
    List<Yield> yields = new ArrayList<>();
    for (int i = 0; i + 1 < cells.size(); i += 2) {
      yields.add(new Yield(cells.get(i), cells.get(i + 1)));
    }
    return yields;
  }

  private static Card card(Tree card) {
    return new Card(
        card.text("id"),
        Card.Kind.valueOf(card.text("kind")),
        card.text("area"),
        card.text("title"),
        Card.Severity.valueOf(card.text("severity")),
        card.text("status"),
        card.texts("references"),
        card.text("why"),
        card.trees("fix").stream().map(ContentsReader::step).toList(),
        card.trees("verify").stream().map(ContentsReader::step).toList());
  }

  private static Card.Step step(Tree step) {
    return new Card.Step(
        step.text("text"), step.text("command"), Card.Risk.valueOf(step.text("risk")));
  }

  private static Signal signal(Tree signal) {
    return new Signal(
        signal.text("id"),
        signal.texts("units"),
        signal.text("text"),
        signal.texts("over"),
        Signal.Role.valueOf(signal.text("role")),
        signal.text("source"));
  }
}
