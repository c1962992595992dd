package io.kwhy.parse.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.fact.Fact;
import io.kwhy.parse.Facts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Stands on one JSON value and takes it as what the reader expects there. A value of another type
 * is a gap that names its line and path, and reads as none; {@code null} reads as none. None is
 * {@code ""}, 0, false, {@link Fact#UNKNOWN_TIME}, an empty list.
 */
final class JsonCursor {
  /** Enough for the label sets of a few thousand workloads. */
  private static final int MAPS = 1 << 12;

  private final JsonParser parser;
  private final Facts facts;
  private final Instant collectedAt;
  private final Words words = new Words();
  private final Map<SortedMap<String, String>, SortedMap<String, String>> maps = new HashMap<>();

  JsonCursor(JsonParser parser, Facts facts, Instant collectedAt) {
    this.parser = parser;
    this.facts = facts;
    this.collectedAt = collectedAt;
  }

  /** When the document was captured, UTC. */
  Instant collectedAt() {
    return collectedAt;
  }

  /** Steps to the next value of the document; false at its end. */
  boolean next() throws IOException {
    return parser.nextToken() != null;
  }

  /** Whether a list begins here. */
  boolean atList() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Whether this is {@code null}. */
  boolean atNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Line of the value, from 1. */
  int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /** Line up to which the document was read, from 1. */
  int lineReached() {
    return parser.currentLocation().getLineNr();
  }

  /** Tells the reader each field of this object; false where this is none. */
  boolean fields(FieldReader reader) throws IOException {
    if (!opens(JsonToken.START_OBJECT, "an object")) {
      return false;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      reader.field(name);
      parser.skipChildren();
    }
    return true;
  }

  /** Runs the step on each element of this list. */
  void elements(Step step) throws IOException {
    if (!opens(JsonToken.START_ARRAY, "a list")) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      step.run();
      parser.skipChildren();
    }
  }

  /** A list of objects, each read by a reader of its own. */
  <T extends FieldReader> List<T> objects(Supplier<T> reader) throws IOException {
    List<T> read = new ArrayList<>();
    elements(
        () -> {
          if (read.size() == JsonLimits.ELEMENTS) {
            return;
          }
          T element = reader.get();
          if (fields(element)) {
            read.add(element);
          }
          if (read.size() == JsonLimits.ELEMENTS) {
            gap(path() + " is the last of its list that was read; no real one is as long");
          }
        });
    return read;
  }

  /** A text of its own, such as a message. */
  String text() throws IOException {
    if (!isText()) {
      return "";
    }
    int length = keptLength();
    return length == 0 ? "" : new String(characters(), parser.getTextOffset(), length);
  }

  /** A text that is likely to come again, such as a name; equal ones are mostly one string. */
  String word() throws IOException {
    if (!isText()) {
      return "";
    }
    int length = keptLength();
    return words.of(characters(), parser.getTextOffset(), length);
  }

  /** A list of words; what is none is a gap and left out. */
  List<String> words() throws IOException {
    List<String> read = new ArrayList<>();
    elements(
        () -> {
          String word = word();
          if (!word.isEmpty() && read.size() < JsonLimits.ELEMENTS) {
            read.add(word);
          }
        });
    return read;
  }

  /** A list of words, empty ones among them: the core API group is {@code ""}. */
  List<String> allWords() throws IOException {
    List<String> read = new ArrayList<>();
    elements(
        () -> {
          if (read.size() < JsonLimits.ELEMENTS) {
            read.add(word());
          }
        });
    return read;
  }

  /** An object whose values are texts, such as labels; equal ones are mostly one map. */
  SortedMap<String, String> map() throws IOException {
    SortedMap<String, String> read = new TreeMap<>();
    fields(
        key -> {
          if (read.size() < JsonLimits.ELEMENTS) {
            read.put(key, word());
          }
        });
    if (maps.size() >= MAPS) {
      maps.clear();
    }
    SortedMap<String, String> shared = Collections.unmodifiableSortedMap(read);
    SortedMap<String, String> known = maps.putIfAbsent(shared, shared);
    return known == null ? shared : known;
  }

  /** A text, a number or a truth in its words, such as a port or a quantity. */
  String scalar() throws IOException {
    JsonToken token = parser.currentToken();
    return token != null && token.isScalarValue() && token != JsonToken.VALUE_STRING
        ? token == JsonToken.VALUE_NULL ? "" : parser.getText()
        : word();
  }

  /** A whole number of 32 bits. */
  int integer() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return 0;
    }
    if (token != JsonToken.VALUE_NUMBER_INT) {
      unexpected("a whole number");
      return 0;
    }
    if (parser.getNumberType() != JsonParser.NumberType.INT) {
      gap(path() + " is a number beyond 32 bits");
      return 0;
    }
    return parser.getIntValue();
  }

  /** True or false. */
  boolean flag() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_TRUE) {
      return true;
    }
    if (token != JsonToken.VALUE_FALSE && token != JsonToken.VALUE_NULL) {
      unexpected("true or false");
    }
    return false;
  }

  /** A time as RFC 3339 writes it, with any fraction of a second. */
  Instant time() throws IOException {
    String text = text();
    if (text.isEmpty()) {
      return Fact.UNKNOWN_TIME;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      gap(
          path()
              + " is \""
              + JsonPath.brief(text)
              + "\", expected a time such as 2026-01-31T23:59:59Z");
      return Fact.UNKNOWN_TIME;
    }
  }

  /** Reports a problem of this value. */
  void gap(String problem) {
    facts.gap(line(), problem);
  }

  /** Where this value is, e.g. {@code items[3].status.phase}; for the whole, "the document". */
  String path() {
    JsonStreamContext context = parser.getParsingContext();
    JsonToken token = parser.currentToken();
    return JsonPath.of(token != null && token.isStructStart() ? context.getParent() : context);
  }

  /** The object of a list that is being read, e.g. {@code items[3]}; never names within it. */
  String item() {
    return JsonPath.item(parser.getParsingContext());
  }

  /** Tells where there is nothing though there must be something: null and not an empty list. */
  void required(String expected) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      unexpected(expected);
    }
  }

  private boolean opens(JsonToken start, String expected) {
    JsonToken token = parser.currentToken();
    if (token != start && token != JsonToken.VALUE_NULL) {
      unexpected(expected);
    }
    return token == start;
  }

  private boolean isText() {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NULL) {
      unexpected("a text");
    }
    return token == JsonToken.VALUE_STRING;
  }

  private char[] characters() throws IOException {
    return parser.getTextCharacters();
  }

  private int keptLength() throws IOException {
    int length = parser.getTextLength();
    if (length > JsonLimits.TEXT) {
      gap(path() + " has " + length + " characters, " + JsonLimits.TEXT + " were kept");
    }
    return Math.min(length, JsonLimits.TEXT);
  }

  private void unexpected(String expected) {
    facts.gap(
        line(), () -> path() + " is " + found(parser.currentToken()) + ", expected " + expected);
  }

  private static String found(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      default -> "null";
    };
  }

  /** Reads the value that the cursor stands on, or leaves it. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }
}
