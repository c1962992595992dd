package io.kwhy.bundle.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.bundle.Printable;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of a JSON text one after another. A value of another type than expected is told, skipped
 * and stands for an empty one. Strings come fit for one line of a message.
 */
final class JsonValues {
  /** Takes what was expected and found at a line. */
  @FunctionalInterface
  interface Problems {
    void add(int line, String problem);
  }

  private final JsonParser parser;
  private final Problems problems;
  private String field = "";

  JsonValues(JsonParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /** Line of the value that was read last, from 1. */
  int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /** Goes to the next field of the object; false at its end. */
  boolean nextField() throws IOException {
    if (parser.nextToken() != JsonToken.FIELD_NAME) {
      return false;
    }
    field = parser.currentName();
    return true;
  }

  String field() {
    return field;
  }

  /** Goes to the next element of the list; false at its end. */
  boolean nextElement() throws IOException {
    field = "";
    JsonToken token = parser.nextToken();
    return token != null && token != JsonToken.END_ARRAY;
  }

  /** Goes to the next value, whatever it is, and past it. */
  void skip() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  /** Goes to the next value; if it is of another type, tells so and goes past it. */
  boolean nextIs(JsonToken expected, String description) throws IOException {
    parser.nextToken();
    return currentIs(expected, description);
  }

  /** As {@link #nextIs} for the value at hand. */
  boolean currentIs(JsonToken expected, String description) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == expected) {
      return true;
    }
    String name = field.isEmpty() ? "" : " for \"" + Printable.name(field) + "\"";
    problems.add(line(), "expected " + description + name + ", found " + described(token));
    parser.skipChildren();
    return false;
  }

  boolean isString() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  String currentString() throws IOException {
    return Printable.text(parser.getText());
  }

  /** The next value, or {@code ""}; JSON's null is no problem. */
  String string() throws IOException {
    if (parser.nextToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    return currentIs(JsonToken.VALUE_STRING, "a string") ? currentString() : "";
  }

  /** The strings of the next value. */
  List<String> strings(int limit) throws IOException {
    List<String> strings = new ArrayList<>();
    if (parser.nextToken() == JsonToken.VALUE_NULL
        || !currentIs(JsonToken.START_ARRAY, "a list of strings")) {
      return strings;
    }
    while (nextElement()) {
      if (currentIs(JsonToken.VALUE_STRING, "a string") && strings.size() < limit) {
        strings.add(currentString());
      }
    }
    return strings;
  }

  /** The next value, or what stands for one that makes no sense. */
  boolean bool(boolean otherwise) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    currentIs(JsonToken.VALUE_TRUE, "true or false");
    return otherwise;
  }

  BigInteger number() throws IOException {
    return parser.getBigIntegerValue();
  }

  private static String described(JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_NULL -> "null";
      default -> token.asString() == null ? "something else" : token.asString();
    };
  }
}
