package io.kwhy.report;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Facts as they are, for those who write rules or doubt a report. Knows no kind of fact by name.
 */
public final class FactList {
  private final TextStyle style;

  /** For a terminal or a file; JSON is the same in each style. */
  public FactList(TextStyle style) {
    this.style = style;
  }

  /**
   * Writes where each fact was read, its kind and its words.
   *
   * @throws IOException where {@code out} does not take it
   */
  public void writeText(List<? extends Fact> facts, Appendable out) throws IOException {
    Page page = new Page(out, style.width(), style.colour());
    for (Fact fact : facts) {
      page.paragraph(
          0,
          List.of(
              new Run(Style.QUIET, fact.origin() + " "),
              new Run(Style.STRONG, fact.getClass().getSimpleName() + " ")));
      page.paragraph(4, fact.text());
    }
  }

  /**
   * Writes a JSON array with a fact to a line: {@code type}, {@code origin} and the fact's own
   * components, where a type of its own is told as {@code ownType}. Times that are not known are
   * left out.
   *
   * @throws IOException where {@code out} does not take it
   */
  public void writeJson(List<? extends Fact> facts, Appendable out) throws IOException {
    out.append('[');
    String separator = "\n";
    for (Fact fact : facts) {
      out.append(separator);
      Json.compact(tree(fact), out);
      separator = ",\n";
    }
    out.append(facts.isEmpty() ? "]\n" : "\n]\n");
  }

  private static Tree tree(Fact fact) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("type", new Tree.Text(fact.getClass().getSimpleName()));
    fields.put("origin", origin(fact.origin()));
    components(fact, fields);
    return new Tree.Fields(fields);
  }

  private static Tree origin(Origin origin) {
    return new Tree.Builder().put("entry", origin.entry()).put("line", origin.line()).build();
  }

  private static void components(Object record, Map<String, Tree> fields) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(
          record.getClass().getName() + " is a fact and not a record");
    }
    for (RecordComponent component : components) {
      Object value = value(record, component);
      boolean unknown = value instanceof Instant time && !Moments.isKnown(time);
      String name = component.getName();
      if (name.equals("type") && fields.containsKey(name)) {
        fields.put("ownType", tree(value));
      } else if (!unknown && !fields.containsKey(name)) {
        fields.put(name, tree(value));
      }
    }
  }

  private static Object value(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "component " + component.getName() + " of " + record.getClass().getName(), e);
    }
  }

  private static Tree tree(Object value) {
    if (value instanceof Boolean truth) {
      return new Tree.Truth(truth);
    } else if (value instanceof Double || value instanceof Float) {
      return new Tree.Fraction(((Number) value).doubleValue());
    } else if (value instanceof Number whole) {
      return new Tree.Whole(whole.longValue());
    } else if (value instanceof Duration duration) {
      return new Tree.Text(duration.toString());
    } else if (value instanceof Enum<?> word) {
      return new Tree.Text(word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    } else if (value instanceof Collection<?> things) {
      return Tree.items(things, FactList::tree);
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      map.forEach((key, each) -> fields.put(key.toString(), tree(each)));
      return new Tree.Fields(fields);
    } else if (value instanceof Record record) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      components(record, fields);
      return new Tree.Fields(fields);
    }
    return new Tree.Text(value.toString());
  }
}
