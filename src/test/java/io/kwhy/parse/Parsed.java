package io.kwhy.parse;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.parse.host.HostParsers;
import io.kwhy.parse.network.NetworkParsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a source's parser made of an entry of host w1. */
public final class Parsed implements Facts {
  public static final Instant COLLECTED = Instant.parse("2026-01-01T00:00:00Z");

  static final String NODE = "w1";

  private final String path;
  private final List<Fact> facts = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();

  private Parsed(String path) {
    this.path = path;
  }

  /** The content under the path that the source has first of all. */
  public static Parsed of(Source source, String content) {
    return of(source, path(source), content.getBytes(StandardCharsets.UTF_8));
  }

  public static Parsed of(Source source, String path, byte[] content) {
    Entry entry = new Entry(path, content.length, () -> new ByteArrayInputStream(content));
    Parsed parsed = new Parsed(path);
    try {
      parsers().get(source).parse(new Input(source, NODE, entry, COLLECTED), parsed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parsed;
  }

  /** The parsers of all that hosts say, by source. */
  public static Map<Source, Parser> parsers() {
    Map<Source, Parser> parsers = new EnumMap<>(HostParsers.all());
    parsers.putAll(NetworkParsers.all());
    return parsers;
  }

  private static String path(Source source) {
    return source.capture().entries().get(0).replace("{node}", NODE);
  }

  /** The place of a line in the entry of {@link #of(Source, String)}. */
  public static Origin at(Source source, int line) {
    return new Origin(path(source), line);
  }

  public List<Fact> facts() {
    return facts;
  }

  /** The facts' texts. */
  public List<String> texts() {
    return facts.stream().map(Fact::text).toList();
  }

  /** As {@code line: problem}. */
  public List<String> gaps() {
    return gaps;
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
    return new Origin(path, line);
  }
}
