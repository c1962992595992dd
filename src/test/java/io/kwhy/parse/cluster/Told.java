package io.kwhy.parse.cluster;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the parser of a source told of an entry. */
final class Told implements Facts {
  static final String PATH = "cluster/it.json";

  final List<Fact> facts = new ArrayList<>();

  /** As {@code line: problem}. */
  final List<String> gaps = new ArrayList<>();

  static Told of(Source source, String text) {
    return of(source, text.getBytes(StandardCharsets.UTF_8));
  }

  static Told of(Source source, byte[] bytes) {
    return of(source, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  static Told of(Source source, long size, Entry.Content content) {
    Told told = new Told();
    Input input = new Input(source, "", new Entry(PATH, size, content), Fact.UNKNOWN_TIME);
    try {
      ClusterParsers.all().get(source).parse(input, told);
    } catch (IOException e) {
      throw new AssertionError("a stream that does not fail", e);
    }
    return told;
  }

  /** A text many times over, without ever being held. */
  static InputStream repeated(String head, String text, long times, String tail) {
    return new RepeatedText(head, text, times, tail);
  }

  <T extends Fact> List<T> all(Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void add(Fact fact) {
    facts.add(fact);
  }

  @Override
  public void gap(int line, String problem) {
    gaps.add(line + ": " + problem);
  }

  @Override
  public Origin at(int line) {
    return new Origin(PATH, line);
  }
}
