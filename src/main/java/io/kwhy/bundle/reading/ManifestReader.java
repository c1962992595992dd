package io.kwhy.bundle.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.kwhy.bundle.Damage;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.EntryName;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Printable;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.fact.Rfc3339;
import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Reads {@code bundle.json}. What it does not know it skips, what makes no sense it tells as a gap,
 * and it uses what remains.
 */
final class ManifestReader {
  /** Stands for a manifest that is not there. */
  static final Manifest NOTHING_SAID =
      new Manifest(Manifest.SCHEMA, "", Fact.UNKNOWN_TIME, new TreeMap<>());

  /** Gaps in one manifest; nobody reads more. */
  private static final int GAPS = 200;

  private final String input;
  private final JsonValues json;
  private final GapList gaps = new GapList(GAPS);
  private final NavigableMap<String, Manifest.HostRecord> nodes = new TreeMap<>();
  private boolean schemaSeen;
  private String product = "";
  private boolean pseudonyms;
  private Instant collectedAt = Fact.UNKNOWN_TIME;

  private ManifestReader(String input, JsonParser parser) {
    this.input = input;
    this.json = new JsonValues(parser, this::gap);
  }

  /** What a manifest says, and what of it could not be understood. */
  record Reading(Manifest manifest, List<Gap> gaps) {}

  /**
   * @param input what the user called the bundle
   * @throws UnreadableBundleException if the bundle's layout is a later one
   */
  static Reading read(String input, Entry entry) throws UnreadableBundleException {
    try (JsonParser parser = parser(entry)) {
      ManifestReader reader = new ManifestReader(input, parser);
      reader.document();
      return reader.reading();
    } catch (IOException e) {
      Gap gap = new Gap(Origin.of(entry.path()), "expected to read it, found: " + Damage.of(e));
      return new Reading(NOTHING_SAID, List.of(gap));
    }
  }

  private static JsonParser parser(Entry entry) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            // Names in it come from who knows where: do not keep them for the life of the process.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxDocumentLength(Limits.MANIFEST_BYTES).build())
            .build();
    return factory.createParser(entry.open());
  }

  private Reading reading() {
    if (!schemaSeen) {
      gap(0, "expected \"schema\", found none; it is read as " + Manifest.SCHEMA);
    }
    if (collectedAt.equals(Fact.UNKNOWN_TIME)) {
      gap(0, "expected the time of capture in \"collectedAt\", found none");
    }
    return new Reading(
        new Manifest(Manifest.SCHEMA, product, collectedAt, pseudonyms, nodes), gaps.below(""));
  }

  private void document() throws IOException, UnreadableBundleException {
    try {
      if (json.nextIs(JsonToken.START_OBJECT, "an object")) {
        while (json.nextField()) {
          field(json.field());
        }
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      gap(line, "expected JSON, found " + instead(e) + "; the rest is not read");
    }
  }

  /** In words of our own: the library's are about how it was called. */
  private static String instead(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "an end in the middle of it";
    }
    return e instanceof StreamConstraintsException
        ? "it deeper or longer than a manifest can be"
        : "something else";
  }

  private void field(String field) throws IOException, UnreadableBundleException {
    switch (field) {
      case "schema" -> schema();
      case "product" -> product = json.string();
      case "collectedAt" -> collectedAt = time();
      case "pseudonyms" -> pseudonyms = json.bool(false);
      case "nodes" -> nodes();
      case "gaps" -> gaps();
      default -> json.skip();
    }
  }

  private void schema() throws IOException, UnreadableBundleException {
    if (!json.nextIs(JsonToken.VALUE_NUMBER_INT, "a whole number")) {
      return;
    }
    schemaSeen = true;
    BigInteger schema = json.number();
    String found = "\"schema\" is " + schema + ", this kwhy reads " + Manifest.SCHEMA;
    int newer = schema.compareTo(BigInteger.valueOf(Manifest.SCHEMA));
    if (newer > 0) {
      throw new UnreadableBundleException(
          input + ": " + Manifest.ENTRY + ":" + json.line() + ": " + Printable.text(found));
    }
    if (newer < 0) {
      gap(json.line(), Printable.text(found));
    }
  }

  private void nodes() throws IOException {
    if (!json.nextIs(JsonToken.START_OBJECT, "an object of nodes by name")) {
      return;
    }
    while (json.nextField()) {
      String name = json.field();
      int line = json.line();
      if (nodes.size() >= Limits.MANIFEST_NODES) {
        json.skip();
        gap(line, "expected at most " + Limits.MANIFEST_NODES + " nodes, found more");
      } else if (name.contains("/") || !(EntryName.of(name) instanceof EntryName.Path)) {
        json.skip();
        gap(line, "expected the name of a node, found \"" + Printable.name(name) + "\"");
      } else {
        node(name, line);
      }
    }
  }

  private void node(String name, int line) throws IOException {
    if (!json.nextIs(JsonToken.START_OBJECT, "an object that describes the node")) {
      return;
    }
    String role = "";
    String hostname = "";
    List<String> addresses = List.of();
    boolean collected = true;
    Instant time = Fact.UNKNOWN_TIME;
    long skew = 0;
    while (json.nextField()) {
      switch (json.field()) {
        case "role" -> role = json.string();
        case "hostname" -> hostname = json.string();
        case "addresses" -> addresses = json.strings(Limits.MANIFEST_ADDRESSES);
        case "collected" -> collected = json.bool(collected);
        case "collectedAt" -> time = time();
        case "skewSeconds" -> skew = skew();
        default -> json.skip();
      }
    }
    nodes.put(
        name, new Manifest.HostRecord(role, hostname, addresses, collected, time, skew, line));
  }

  /** What the collector itself says is missing: a text, or an entry and the problem with it. */
  private void gaps() throws IOException {
    if (!json.nextIs(JsonToken.START_ARRAY, "a list of gaps")) {
      return;
    }
    while (json.nextElement()) {
      int line = json.line();
      if (json.isString()) {
        gap(line, json.currentString());
      } else if (json.currentIs(JsonToken.START_OBJECT, "a text, or an object with a problem")) {
        gapOfEntry(line);
      }
    }
  }

  private void gapOfEntry(int line) throws IOException {
    String entry = "";
    String problem = "";
    while (json.nextField()) {
      switch (json.field()) {
        case "entry" -> entry = json.string();
        case "problem" -> problem = json.string();
        default -> json.skip();
      }
    }
    if (entry.isEmpty()) {
      gap(line, problem.isEmpty() ? "expected a \"problem\", found none" : problem);
    } else {
      gaps.add(entry, problem.isEmpty() ? "could not be collected" : problem);
    }
  }

  private long skew() throws IOException {
    return json.nextIs(JsonToken.VALUE_NUMBER_INT, "a whole number")
        ? json.number().longValue()
        : 0;
  }

  private Instant time() throws IOException {
    String text = json.string();
    if (text.isEmpty()) {
      return Fact.UNKNOWN_TIME;
    }
    try {
      return OffsetDateTime.parse(Rfc3339.checked(text)).toInstant();
    } catch (DateTimeException e) {
      gap(json.line(), "expected a time such as 2026-11-23T05:49:46Z, found \"" + text + "\"");
      return Fact.UNKNOWN_TIME;
    }
  }

  private void gap(int line, String problem) {
    gaps.add(new Gap(new Origin(Manifest.ENTRY, Math.max(0, line)), problem));
  }
}
