package io.kwhy.parse.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Rfc3339;
import io.kwhy.parse.Facts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Stands on one JSON value and takes it as what the reader expects there. A value of another type
 * is a gap that names its line and path, and reads as none; {@code null} reads as none. None is
 * {@code ""}, 0, false, {@link Fact#UNKNOWN_TIME}, an empty list.
 */
public final class JsonCursor {
  private final JsonParser parser;
  private final JsonPlace place;
  private final Instant collectedAt;
  private final TextPool words = new TextPool();

  JsonCursor(JsonParser parser, Facts facts, Instant collectedAt) {
    this.parser = parser;
    this.place = new JsonPlace(parser, facts);
    this.collectedAt = collectedAt;
  }

  /** When the document was captured, UTC. */
  public Instant collectedAt() {
    return collectedAt;
  }

  /** Steps to the next value of the document; false at its end. */
  public boolean next() throws IOException {
    return parser.nextToken() != null;
  }

  /** Whether a list begins here. */
  public boolean atList() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Whether this is {@code null}. */
  public boolean atNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Line of the value, from 1. */
  public int line() {
    return place.line();
  }

  /** Line up to which the document was read, from 1. */
  public int lineReached() {
    return parser.currentLocation().getLineNr();
  }

  /** Tells the reader each field of this object; false where this is none. */
  public boolean fields(FieldReader reader) throws IOException {
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
  public void elements(Step step) throws IOException {
    if (!opens(JsonToken.START_ARRAY, "a list")) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      step.run();
      parser.skipChildren();
    }
  }

  /** A list of objects, each read by a reader of its own. */
  public <T extends FieldReader> List<T> objects(Supplier<T> reader) throws IOException {
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
  public String text() throws IOException {
    if (!isText()) {
      return "";
    }
    int length = keptLength(JsonLimits.TEXT);
    return length == 0 ? "" : new String(characters(), parser.getTextOffset(), length);
  }

  /**
   * What somebody says of an object, which rules search. More than a container may say, and longer
   * than any that is real, is cut, with a gap.
   */
  public String message() throws IOException {
    if (!isText()) {
      return "";
    }
    int length = keptLength(JsonLimits.MESSAGE);
    return words.of(characters(), parser.getTextOffset(), length);
  }

  /** A text that is likely to come again, such as a name; equal ones are mostly one string. */
  public String word() throws IOException {
    if (!isText()) {
      return "";
    }
    int length = keptLength(JsonLimits.TEXT);
    return words.of(characters(), parser.getTextOffset(), length);
  }

  /** A list of words; what is none is a gap and left out. */
  public List<String> words() throws IOException {
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
  public List<String> allWords() throws IOException {
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
  public SortedMap<String, String> map() throws IOException {
    SortedMap<String, String> read = new TreeMap<>();
    fields(
        key -> {
          if (read.size() < JsonLimits.ELEMENTS) {
            read.put(key, word());
          }
        });
    return words.of(read);
  }

  /** A text, a number or a truth in its words, such as a port or a quantity. */
  public String scalar() throws IOException {
    JsonToken token = parser.currentToken();
    return token != null && token.isScalarValue() && token != JsonToken.VALUE_STRING
        ? token == JsonToken.VALUE_NULL ? "" : parser.getText()
        : word();
  }

  /** A whole number of 32 bits. */
  public int integer() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return 0;
    }
    if (token != JsonToken.VALUE_NUMBER_INT) {
      place.unexpected("a whole number");
      return 0;
    }
    if (parser.getNumberType() != JsonParser.NumberType.INT) {
      gap(path() + " is a number beyond 32 bits");
      return 0;
    }
    return parser.getIntValue();
  }

  /** True or false. */
  public boolean flag() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_TRUE) {
      return true;
    }
    if (token != JsonToken.VALUE_FALSE && token != JsonToken.VALUE_NULL) {
      place.unexpected("true or false");
    }
    return false;
  }

  /** A time as RFC 3339 writes it, with any fraction of a second. */
  public Instant time() throws IOException {
    String text = text();
    if (text.isEmpty()) {
      return Fact.UNKNOWN_TIME;
    }
    try {
      return Rfc3339.parse(text);
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
  public void gap(String problem) {
    place.gap(problem);
  }

  /** Where this value is, e.g. {@code items[3].status.phase}; for the whole, "the document". */
  public String path() {
    return place.path();
  }

  /** The object of a list that is being read, e.g. {@code items[3]}; never names within it. */
  public String item() {
    return place.item();
  }

  /** Tells where there is nothing though there must be something: null and not an empty list. */
  public void required(String expected) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      place.unexpected(expected);
    }
  }

  private boolean opens(JsonToken start, String expected) {
    JsonToken token = parser.currentToken();
    if (token != start && token != JsonToken.VALUE_NULL) {
      place.unexpected(expected);
    }
    return token == start;
  }

  private boolean isText() {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NULL) {
      place.unexpected("a text");
    }
    return token == JsonToken.VALUE_STRING;
  }

  private char[] characters() throws IOException {
    return parser.getTextCharacters();
  }

  private int keptLength(int most) throws IOException {
    int length = parser.getTextLength();
    if (length > most) {
      gap(path() + " has " + length + " characters, " + most + " were kept");
    }
    return Math.min(length, most);
  }

  /** Reads the value that the cursor stands on, or leaves it. */
  @FunctionalInterface
  public interface Step {
    /**
     * Does so.
     *
     * @throws IOException where the document breaks
     */
    void run() throws IOException;
  }
}
