package io.kwhy.parse.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The objects of a JSON list, one at a time. Where the JSON breaks off, the objects that are whole
 * still count: half a route would be another route.
 */
public final class JsonRows {

  /**
   * Characters of one object that are kept, names and a share for each value included: an interface
   * may well have ten thousand addresses.
   */
  private static final int MOST_CHARACTERS = 16_000_000;

  private static final int SHARE = 64;

  private final JsonParser parser;
  private final Facts facts;
  private int characters;

  private JsonRows(JsonParser parser, Facts facts) {
    this.parser = parser;
    this.facts = facts;
  }

  /** Hands over each object of the list. Returns how many these were. */
  public static int each(Input input, Facts facts, Consumer<JsonRow> consumer) throws IOException {
    try (Reader reader = new InputStreamReader(input.open(), StandardCharsets.UTF_8);
        JsonParser parser = factory().createParser(reader)) {
      return new JsonRows(parser, facts).all(consumer);
    }
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(32)
                .maxStringLength(Lines.LONGEST)
                .maxNameLength(1024)
                .build())
        .build();
  }

  private int all(Consumer<JsonRow> consumer) throws IOException {
    int seen = 0;
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          characters = 0;
          JsonRow row = row();
          seen++;
          consumer.accept(row);
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          facts.gap(line(), "expected an object, found " + Found.quoted(parser.getText()));
        }
      }
    } catch (JsonEOFException e) {
      facts.gap(line(e), "expected more JSON, found the end of the entry");
    } catch (TooLarge e) {
      facts.gap(
          line(e), "expected at most " + MOST_CHARACTERS + " characters in one object, found more");
    } catch (JsonProcessingException e) {
      facts.gap(line(e), "expected JSON, found something else" + column(e));
    }
    return seen;
  }

  private JsonRow row() throws IOException {
    JsonRow row = new JsonRow(line(), new TreeMap<>(), new TreeMap<>());
    count(0);
    fields(row, "");
    return row;
  }

  private void fields(JsonRow row, String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String path = prefix + parser.currentName();
      count(path.length());
      switch (parser.nextToken()) {
        case START_OBJECT -> fields(row, path + ".");
        case START_ARRAY -> row.lists().put(path, elements());
        default -> row.values().put(path, value());
      }
    }
  }

  private List<JsonRow> elements() throws IOException {
    List<JsonRow> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        elements.add(row());
      } else if (token == JsonToken.START_ARRAY) {
        parser.skipChildren();
        count(0);
      } else {
        elements.add(new JsonRow(line(), plain(value()), new TreeMap<>()));
      }
    }
    return elements;
  }

  private static SortedMap<String, String> plain(String value) {
    SortedMap<String, String> plain = new TreeMap<>();
    plain.put("", value);
    return plain;
  }

  private String value() throws IOException {
    String value = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
    count(value.length());
    return value;
  }

  private void count(int length) throws TooLarge {
    characters += length + SHARE;
    if (characters > MOST_CHARACTERS) {
      throw new TooLarge(parser);
    }
  }

  private int line() {
    return Math.max(0, parser.currentTokenLocation().getLineNr());
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
  }

  private static String column(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
  }

  /** Ends the reading of an object that would not fit into memory. */
  private static final class TooLarge extends JsonProcessingException {
    TooLarge(JsonParser parser) {
      super("an object is too large", parser.currentTokenLocation());
    }
  }
}
