package io.kwhy.parse;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a parser made of an entry. */
public final class Recorded implements Facts {
  public static final Instant COLLECTED_AT = Instant.parse("2026-11-23T05:53:36Z");

  private final String path;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  public Recorded(String path) {
    this.path = path;
  }

  /** Runs the parser on the text of an entry. */
  public static Recorded run(Parser parser, Source source, String node, String path, String text) {
    Recorded recorded = new Recorded(path);
    try {
      parser.parse(input(source, node, path, text), recorded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return recorded;
  }

  public static Input input(Source source, String node, String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Entry entry = new Entry(path, bytes.length, () -> new ByteArrayInputStream(bytes));
    return new Input(source, node, entry, COLLECTED_AT);
  }

  @Override
  public void add(Fact fact) {
    facts.add(fact);
  }

  @Override
  public void gap(int line, String problem) {
    gaps.add(new Gap(at(line), problem));
  }

  @Override
  public Origin at(int line) {
    return new Origin(path, line);
  }

  public List<Fact> facts() {
    return facts;
  }

  public List<String> gaps() {
    return gaps.stream().map(gap -> gap.origin().line() + ": " + gap.problem()).toList();
  }

  /** The facts of one kind. */
  public <T> List<T> facts(Class<T> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
